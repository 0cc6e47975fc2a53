import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { misfits, rooms } from './deck-fit.ts'
import { expect, test } from './portal.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const shown = (page: Page) => page.locator('[data-slide][data-now]')
const deck = (page: Page) => page.locator('.deck[data-show]').waitFor()

/** An agenda of four rows, made by hand: 签到, a case, a talk, what to do next. */
async function plan(page: Page): Promise<void> {
  await page.goto('/cases/hangzhou.html')
  await page.getByRole('button', { name: '加入议程' }).click()
  await expect(page.getByRole('button', { name: '已在议程' })).toBeVisible({ timeout: 20_000 })
  await page.goto('/pack.html')
  await page.locator('.meeting[data-ready]').waitFor()
  await page.getByLabel('名称').fill('十二月支部会')
  for (const kind of ['签到', '讨论', '布置'])
    await page.getByRole('button', { name: kind, exact: true }).click()
  const rows = page.locator('.ce-list > li')
  await expect(rows).toHaveCount(4)
  await rows.first().getByLabel('主持').selectOption('组织委员')
  await rows.nth(2).getByRole('button', { name: '写几题' }).click()
  await page.getByLabel('讨论题，一行一题').fill('我们的底数有哪几项？')
  await page.getByLabel('讨论题，一行一题').blur()
  await page.locator('.meeting[data-ready]').waitFor()
}

async function project(page: Page): Promise<void> {
  await plan(page)
  await page.getByRole('link', { name: '放映', exact: true }).click()
  await deck(page)
}

/** Turn pages until the slides of a row come. */
async function turnTo(page: Page, row: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed++) {
    if ((await shown(page).locator('.sl__where').textContent())?.startsWith(row)) return
    await page.keyboard.press('PageDown')
  }
  throw new Error(`no slides of ${row}`)
}

test('an agenda of one’s own is shown row by row, and its real times are in the record', async ({
  page,
}) => {
  test.slow()
  await page.clock.install({ time: new Date('2026-12-04T15:00:05+08:00') })
  await project(page)
  await expect(page).toHaveURL(/slides\.html#id=/)
  await expect(shown(page).getByRole('heading', { level: 1 })).toContainText('十二月支部会')
  await expect(shown(page)).toContainText('读一个案例')
  await page.keyboard.press('PageDown')
  await expect(shown(page).locator('[aria-current="step"]')).toContainText('签到')
  await page.keyboard.press('PageDown')
  await expect(shown(page)).toContainText('3分钟，组织委员主持')
  await page.clock.runFor('04:00')
  await turnTo(page, '学习')
  await expect(shown(page).locator('[aria-current="step"]')).toContainText('杭州')
  await page.clock.runFor('13:00')
  await turnTo(page, '讨论')
  await expect(shown(page)).toContainText('我们的底数有哪几项？')
  // A look back at the case is part of the talk.
  await page.clock.runFor('10:00')
  await page.keyboard.press('PageUp')
  await page.clock.runFor('02:00')
  await page.keyboard.press('PageDown')
  await page.clock.runFor('04:00')
  await page.keyboard.press('End')
  await expect(shown(page)).toContainText('会后一件事')
  await page.clock.runFor('03:00')
  await shown(page).getByRole('link', { name: '写会议记录' }).click()
  await expect(page).toHaveURL(/minutes\.html#id=/)
  const times = page.locator('.mn-r .t')
  await expect(times).toHaveText(await spans(page), { timeout: 20_000 })
  await expect(page.locator('.mn-r .d')).toHaveText(['多1分', '多8分', '多1分', '少1分'])
  await page.goto('/meetings.html')
  await expect(page.locator('.yr-list li').first()).toContainText('开过')
})

/** The four rows from the moment the title was left, in the clock of the page. */
async function spans(page: Page): Promise<string[]> {
  const at = await page.evaluate(() =>
    [0, 4, 17, 33, 36].map((minute) => {
      const date = new Date(new Date('2026-12-04T15:00:05+08:00').getTime() + minute * 60_000)
      return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
    }),
  )
  return at.slice(1).map((end, index) => `${at[index]}至${end}`)
}

test('it fits every room, is accessible, and the host’s window leads it', async ({
  page,
  context,
  hasTouch,
}) => {
  test.skip(hasTouch, 'rooms have screens of their own')
  test.slow()
  await project(page)
  await page.mouse.move(300, 300)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: '主持人窗口' }).click()
  const host = await opened
  // The window reads the pages of the agenda for itself.
  await expect(host.getByText('放映窗口已连上')).toBeVisible({ timeout: 20_000 })
  await host.getByRole('button', { name: '下一页' }).click()
  await host.getByRole('button', { name: '下一页' }).click()
  await expect(host.getByRole('region', { name: '备注' })).toBeVisible()
  await expect(shown(page)).toContainText('3分钟，组织委员主持')
  await host.close()
  for (const key of ['Home', 'PageDown', 'End']) {
    await page.keyboard.press(key)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.evaluate(() => delete document.querySelector<HTMLElement>('.deck')?.dataset.show)
  for (const room of rooms) {
    await page.setViewportSize(room)
    expect(await page.evaluate(misfits), `${room.width}×${room.height}`).toEqual([])
  }
})

test('an agenda made from a pack shows the chart the pack is about', async ({ page }) => {
  await page.goto('/packs/admission-step-by-step.html')
  await page.getByRole('link', { name: '改议程' }).click()
  await page.locator('.meeting[data-ready]').waitFor()
  await page.getByRole('link', { name: '放映', exact: true }).click()
  await page.locator('.deck[data-show]').waitFor()
  const steps = page.locator('[data-slide]', { hasText: '派人谈话：党组织，一个月内' })
  await expect(steps).toHaveCount(1)
})

test('a second showing asks whether it is the same sitting', async ({ page }) => {
  test.slow()
  await project(page)
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown')
  const at = await shown(page).getAttribute('id')
  // The showing goes on where it was when the page is loaded again.
  await page.reload()
  await deck(page)
  await expect(shown(page)).toHaveAttribute('id', at ?? '')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/pack\.html/)
  await expect(page.getByText('各项的时间已写进会议记录')).toBeVisible()
  await page.getByRole('link', { name: '放映', exact: true }).click()
  const anew = page.getByRole('button', { name: '从头放' })
  await expect(anew).toBeFocused({ timeout: 20_000 })
  await page.getByRole('button', { name: '接着放' }).click()
  await expect(shown(page).locator('.sl__where')).toContainText('学习')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '放映', exact: true }).click()
  await expect(anew).toBeFocused({ timeout: 20_000 })
  await page.keyboard.press('Enter')
  await expect(shown(page)).toHaveAttribute('id', 's1')
})

test('a link that was sent can be shown, and then the meeting is kept with its times', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  await plan(page)
  const address = await page.evaluate(() => {
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
    })
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === '复制链接',
    )
    button?.click()
    return new Promise<string>((done) => setTimeout(() => done(copied[0] ?? ''), 100))
  })
  const other = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const guest = await other.newPage()
  await guest.goto(address)
  await guest.getByRole('link', { name: '放映', exact: true }).click()
  await expect(guest).toHaveURL(/slides\.html#meeting=/)
  await deck(guest)
  await expect(shown(guest)).toContainText('十二月支部会')
  await guest.keyboard.press('Escape')
  await guest.locator('.meeting[data-ready]').waitFor()
  await expect(guest.getByText('这是别人分享的一次会')).toBeVisible()
  await guest.getByRole('link', { name: '放映', exact: true }).click()
  await deck(guest)
  await guest.keyboard.press('PageDown')
  await guest.keyboard.press('End')
  await shown(guest).getByRole('link', { name: '写会议记录' }).click()
  await expect(guest.locator('.mn-r .t').first()).toHaveText(/\d+:\d+至\d+:\d+/)
  await other.close()
})

test('an address without a meeting says so and leads on', async ({ page }) => {
  await page.goto('/slides.html#id=6f1d2c3a-0000-4000-8000-000000000009')
  await expect(page.getByText('里没有这次会')).toBeVisible()
  await page.getByRole('link', { name: '去排议程' }).click()
  await expect(page).toHaveURL(/pack\.html/)
})

test('a self-test is played as a contest over its slide, and the record says so', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'a room has a screen')
  test.slow()
  for (const lesson of ['admission/the-meeting', 'admission/no-shortcuts']) {
    await page.goto(`/training/${lesson}.html`)
    await page.getByRole('button', { name: '加入议程' }).click()
    await expect(page.getByRole('button', { name: '已在议程' })).toBeVisible()
  }
  await page.goto('/pack.html')
  await page.getByRole('button', { name: '自测', exact: true }).click()
  await page.getByLabel('分队比一场：知识竞赛').check()
  await expect(page.locator('.ce-list > li').last().getByLabel('内容')).toHaveValue('知识竞赛')
  await page.getByRole('link', { name: '放映', exact: true }).click()
  await deck(page)
  await turnTo(page, '自测')
  await expect(shown(page).getByRole('link', { name: '开始知识竞赛' })).toBeFocused()
  const slide = await shown(page).getAttribute('id')
  await page.keyboard.press('Enter')
  const setup = page.getByRole('dialog', { name: '知识竞赛' }).first()
  await setup.getByRole('button', { name: '2', exact: true }).click()
  await setup.getByRole('button', { name: '开始', exact: true }).click()
  const host = page.getByRole('toolbar', { name: '主持人操作' })
  for (const key of ['', '', '1', '1', '1', '4']) {
    if (key) await page.keyboard.press(key)
    await expect(host.getByRole('button').first()).toContainText('答对')
    await page.keyboard.press('Enter')
    await expect(host.getByRole('button', { name: /下一题|看结果/ })).toBeVisible()
    await page.keyboard.press('PageDown')
  }
  await expect(page.getByText('比赛结束')).toBeAttached()
  await host.getByRole('button', { name: '回到放映' }).click()
  // The deck hears keys again when the contest has gone.
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(shown(page)).toHaveAttribute('id', slide ?? '')
  await page.keyboard.press('End')
  await shown(page).getByRole('link', { name: '写会议记录' }).click()
  await expect(page.getByLabel('自测的要点')).toHaveValue('知识竞赛6题，两队参加，结果见附件。')
  await expect(page.getByLabel(/^竞赛结果和答案/)).toBeChecked()
})

test('films, the year, a pack and 我的学习 lead on', async ({ page, hasTouch }) => {
  test.skip(hasTouch, 'one width')
  test.slow()
  await page.goto('/videos/know-the-base.html')
  await page.getByRole('link', { name: '放映，字幕放大' }).click()
  await deck(page)
  await page.keyboard.press('PageDown')
  await expect(shown(page).locator('video')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/videos\/know-the-base\.html$/)
  await page.goto('/study.html')
  await page.getByRole('main').getByRole('link', { name: '支部的一年' }).click()
  await expect(page).toHaveURL(/meetings\.html$/)
  await page.goto('/packs/know-the-base.html')
  await page.getByRole('link', { name: '写会议记录' }).click()
  await expect(page.locator('.mn-r')).toHaveCount(7, { timeout: 20_000 })
  await page.goto('/meetings.html')
  await page.getByRole('link', { name: /^写记录/ }).click()
  await expect(page.getByLabel('会议名称')).toHaveValue('底数要清，数字要准')
})

test('a meeting held with a ready pack is kept with its times; a look through it is not', async ({
  page,
}) => {
  test.slow()
  await page.clock.install({ time: new Date('2026-12-04T15:00:05+08:00') })
  const first = page.locator('.yr-list > li').first()
  for (const minutes of ['01:00', '40:00']) {
    await page.goto('/packs/know-the-base/slides.html')
    await deck(page)
    await page.keyboard.press('PageDown')
    await page.clock.runFor(minutes)
    await page.keyboard.press('End')
    await page.clock.runFor('01:00')
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/packs\/know-the-base\.html$/)
    await page.goto('/meetings.html')
    await page.locator('.meetings[data-ready]').waitFor()
    if (minutes === '01:00') await expect(first).toHaveCount(0)
  }
  await expect(first).toContainText('开过')
  await first.getByRole('link', { name: /^看记录/ }).click()
  await expect(page.locator('.mn-r .t').first()).toHaveText(/\d+:\d+至\d+:\d+/)
})
