import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import ICAL from 'ical.js'
import { writePackAddress } from '../../src/study/pack.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

const ready = (page: Page) => page.locator('.meeting[data-ready]').waitFor()
const rowsOf = (page: Page) => page.locator('.ce-list > li')
const total = (page: Page) => page.locator('.ag-sum .big')

/** A ready pack of an hour, opened to be changed. */
async function begin(page: Page): Promise<void> {
  await page.goto('/packs/know-the-base.html')
  await page.getByRole('link', { name: '改议程' }).click()
  await ready(page)
}

async function withoutFaults(page: Page): Promise<void> {
  test.slow()
  expect(await accessibilityFaults(page)).toEqual([])
}

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const waiting: Promise<Download> = page.waitForEvent('download')
  await press()
  return readFileSync(await (await waiting).path(), 'utf8')
}

test('an hour that grew too long is mended by a button, and stays', async ({ page }) => {
  await begin(page)
  await expect(page.getByLabel('名称')).toHaveValue('底数要清，数字要准')
  await expect(page.getByText('正好60分钟')).toBeVisible()
  const count = await rowsOf(page).count()
  await page.getByRole('button', { name: '重温誓词' }).click()
  await expect(page.getByText('比想开的多5分钟')).toBeVisible()
  const oath = rowsOf(page).nth(count - 1)
  await expect(oath).toContainText('应当使用党旗')
  await expect(oath.getByRole('link', { name: /党徽党旗条例》第九条/ })).toHaveAttribute(
    'href',
    /#tef-f10$/,
  )
  await expect(page.locator('.ag-fix button')).toHaveCount(3)
  await withoutFaults(page)
  await page.getByRole('button', { name: /^讨论改成13分钟/ }).click()
  await expect(page.getByText('正好60分钟')).toBeVisible()
  await page.getByRole('button', { name: /^减1分钟：三个问题/ }).click()
  await expect(page.getByText('差1分钟').first()).toBeVisible()
  await page.goto('/pack.html')
  await ready(page)
  await expect(rowsOf(page)).toHaveCount(count + 1)
  await expect(total(page)).toHaveText('59分钟')
})

test('rows move by buttons and by keys, and say where they went', async ({ page }) => {
  await begin(page)
  const first = () => rowsOf(page).first().getByLabel('内容')
  const name = await first().inputValue()
  await expect(page.getByRole('button', { name: `上移：${name}` })).toBeDisabled()
  await page.getByRole('button', { name: `下移：${name}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^已移到第2项，共\d项$/)).toBeAttached()
  await expect(page.getByRole('button', { name: `下移：${name}` })).toBeFocused()
  await page.getByRole('button', { name: `上移：${name}` }).click()
  await expect(first()).toHaveValue(name)
  // At the end of the list the other button takes over.
  await expect(page.getByRole('button', { name: `下移：${name}` })).toBeFocused()
  await page.getByRole('button', { name: `移出：${name}` }).click()
  await expect(first()).not.toHaveValue(name)
})

test('a row is dragged by its grip', async ({ page, viewport }) => {
  test.skip(viewport?.width === 375, 'phones have buttons')
  await begin(page)
  const name = await rowsOf(page).nth(3).getByLabel('内容').inputValue()
  await page.locator('.ce-head').evaluate((head) => head.scrollIntoView())
  const grip = await rowsOf(page).nth(3).locator('.ce__grip').boundingBox()
  const goal = await rowsOf(page).nth(1).boundingBox()
  if (!grip || !goal) throw new Error('nothing to drag')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(goal.x + 20, goal.y + 6, { steps: 4 })
  await expect(rowsOf(page).nth(1)).toHaveClass(/ce--before/)
  await page.mouse.up()
  await expect(rowsOf(page).nth(1).getByLabel('内容')).toHaveValue(name)
  await expect(page.getByText(/^已移到第2项/)).toBeAttached()
})

test('from nothing, with rows, roles and questions of the branch’s own', async ({ page }) => {
  await page.goto('/pack.html')
  await page.getByRole('button', { name: '空白' }).click()
  await page.getByLabel('名称').fill('十二月支部会')
  await page.getByRole('button', { name: '讨论', exact: true }).click()
  await page.getByRole('button', { name: '表决', exact: true }).click()
  await rowsOf(page).first().getByLabel('主持').selectOption('组织委员')
  await page.getByRole('button', { name: '写几题' }).click()
  await page.getByLabel('讨论题，一行一题').fill('第一问？\n\n第二问？')
  await page.getByLabel('讨论题，一行一题').blur()
  await expect(page.getByText('自己写的2题')).toBeVisible()
  await expect(rowsOf(page).nth(1)).toContainText('半数以上有表决权的党员到会')
  await page
    .getByRole('spinbutton')
    .or(rowsOf(page).first().getByLabel('分钟', { exact: true }))
    .first()
    .fill('20')
  await page.keyboard.press('Tab')
  await expect(total(page)).toHaveText('30分钟')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: '十二月支部会：议程' })).toBeVisible()
  const table = page.locator('.sheet').first().locator('tbody tr')
  await expect(table.first()).toContainText('组织委员')
  await expect(page.locator('.sheet', { hasText: '第二问？' }).first()).toBeVisible()
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
})

test('a link opens the plan on a fresh browser, and is kept when asked', async ({
  page,
  browser,
  baseURL,
}) => {
  await begin(page)
  await page.getByRole('button', { name: '复制链接' }).click()
  await expect(page.getByText('链接已复制')).toBeVisible()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  const guest = await other.newPage()
  const asked: string[] = []
  guest.on('request', (request) => asked.push(request.url()))
  await guest.goto(address)
  await ready(guest)
  await expect(guest.getByText('这是别人分享的一次会')).toBeVisible()
  await expect(guest.locator('.ag-list')).toContainText('三个问题')
  expect(asked.filter((url) => url.includes('meeting='))).toEqual([])
  await guest.getByRole('button', { name: '存到这台设备来改' }).click()
  await expect(rowsOf(guest).first()).toBeVisible()
  await guest.goto('/index.html')
  await guest.goto(address.slice(0, -3))
  await expect(guest.getByRole('alert')).toContainText('这个链接不完整')
  await guest.goto('/index.html')
  await guest.goto(address)
  await expect(guest.getByText('这台设备上已经有一份')).toBeVisible()
  await other.close()
})

test('packs of earlier releases still open: from storage and from links', async ({ page }) => {
  const items = [
    { kind: '签到' as const, title: '老学习包的签到', minutes: 3 },
    { page: '/cases/hangzhou', minutes: 10 },
  ]
  await page.goto('/404.html')
  await page.evaluate((pack) => localStorage.setItem('chaotou:pack', JSON.stringify(pack)), {
    title: '从前的一包',
    day: '2026-12-10',
    items,
  })
  await page.goto('/pack.html')
  await ready(page)
  await expect(page.getByLabel('名称')).toHaveValue('从前的一包')
  await expect(page.getByLabel('日期')).toHaveValue('2026-12-10')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.goto('/404.html')
  await page.goto(`/pack.html#${writePackAddress({ title: '链接里的一包', items })}`)
  await expect(page.getByRole('heading', { name: '链接里的一包' })).toBeVisible()
  await page.goto('/404.html')
  const start = writePackAddress({ title: '开头的一包', items }).replace('pack=', 'start=')
  await page.goto(`/pack.html#${start}`)
  await expect(page.getByLabel('名称')).toHaveValue('开头的一包')
})

test('a calendar takes the meeting, once or every month', async ({ page }) => {
  await begin(page)
  await page.getByLabel('日期').fill('2026-12-04')
  await page.getByLabel('几点开始').fill('15:00')
  await page.getByRole('button', { name: '加到日历' }).click()
  await page.getByLabel('每月第一个星期五').check()
  const text = await saved(page, () =>
    page.getByRole('button', { name: '下载日历文件（ICS）' }).click(),
  )
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  if (!event) throw new Error('no event')
  const read = new ICAL.Event(event)
  expect(read.startDate.toString()).toBe('2026-12-04T15:00:00')
  expect(read.description).toContain('0:00 签到')
  expect(event.getFirstPropertyValue('rrule')?.toString()).toContain('FREQ=MONTHLY')
  expect(String(event.getFirstPropertyValue('url'))).toContain('#meeting=')
})

test('the year holds meetings against the articles, and goes to another device', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-30T09:00:00+08:00'))
  await page.goto('/meetings.html')
  await page.locator('.meetings[data-ready]').waitFor()
  await page.getByRole('button', { name: '补记一次' }).click()
  await page.locator('.yr-add').getByLabel('会议').selectOption('党员大会')
  await page.getByLabel('哪一天').fill('2026-03-13')
  await page.getByLabel('名称，可以不写').fill('测试的大会')
  await page.getByRole('button', { name: '记下来' }).click()
  const row = page.locator('.yr-r', { hasText: '党员大会' }).first()
  await expect(row.locator('.held')).toContainText('3月13日开过')
  await expect(row).toContainText('1次，二季度至三季度没有记录')
  await expect(row.getByRole('link', { name: '第十一条' })).toHaveAttribute('href', /#tbw-f15$/)
  await expect(page.locator('main')).not.toContainText('%')
  await expect(page.getByRole('main')).toContainText('没有记录，不等于没有开')
  await withoutFaults(page)

  const text = await saved(page, () => page.getByRole('button', { name: '导出' }).click())
  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  const heir = await other.newPage()
  await heir.goto('/meetings.html')
  await heir.locator('.meetings[data-ready]').waitFor()
  const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await heir.locator('input[type=file]').setInputFiles(file)
  await expect(heir.getByText('合并好了，新增1次会')).toBeVisible()
  await heir.locator('input[type=file]').setInputFiles(file)
  await expect(heir.getByText('合并好了，新增0次会')).toBeVisible()
  await heir.getByRole('link', { name: '测试的大会', exact: true }).click()
  await ready(heir)
  await expect(heir.getByLabel('名称')).toHaveValue('测试的大会')
  await other.close()
})

test('nothing scrolls sideways, and every target is large enough', async ({ page }) => {
  await begin(page)
  for (const [width, size] of [
    [320, ''],
    [768, ''],
    [320, 'large'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate((large) => (document.documentElement.dataset.size = large), size)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, `${width} ${size}`).toBeLessThanOrEqual(0)
    const small = await page
      .locator('.ag button:not(.linklike), .ag select, .ag-from button')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML),
      )
    expect(small).toEqual([])
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('ready packs and the articles can be read', async ({ page }) => {
    await page.goto('/pack.html')
    await expect(page.getByRole('link', { name: /底数要清，数字要准/ })).toBeVisible()
    await page.goto('/meetings.html')
    await expect(page.getByRole('listitem').filter({ hasText: '一般每季度开一次' })).toBeVisible()
  })
})
