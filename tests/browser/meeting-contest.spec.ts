import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Lessons with enough questions for four teams, and a title that is plainly of a test. */
const address = `/contest.html#contest=${encodeURIComponent('测试会议')}~12~admission/the-meeting,admission/no-shortcuts,new-fields/who-is-responsible`

async function setUp(page: Page): Promise<void> {
  await page.goto(address)
  await expect(page.getByText('和议程里的自测一样长')).toBeVisible()
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始', exact: true }).press('Enter')
  await expect(page.getByRole('dialog', { name: '知识竞赛' })).toBeVisible()
}

const host = (page: Page) => page.getByRole('toolbar', { name: '主持人操作' })
const said = (page: Page) => host(page).getByRole('status')

/** Judge by the keyboard: the right answer is the button that has the focus. */
async function judge(page: Page, right: boolean): Promise<void> {
  const buttons = host(page).getByRole('button')
  await expect(buttons.first()).toContainText('答对')
  if (right) await expect(buttons.first()).toBeFocused()
  else await buttons.nth(1).focus()
  await page.keyboard.press('Enter')
}

async function win(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await judge(page, true)
  await page.keyboard.press('PageDown')
}

/** One and three have 30 each after eight questions, and race once more. */
async function playToTie(page: Page): Promise<void> {
  for (const right of [true, true, true, false]) {
    await judge(page, right)
    await page.keyboard.press('PageDown')
  }
  for (const key of ['1', '7', '1', '7']) await win(page, key)
}

test('four teams play to a tie by the keyboard, and one more question decides it', async ({
  page,
}) => {
  await setUp(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await begin(page)
  // Only the courses the questions come from are asked for.
  expect(asked.sort()).toEqual(['/quiz/courses/admission.json', '/quiz/courses/new-fields.json'])
  await expect(said(page)).toHaveText('第1题，一队答')
  await playToTie(page)
  await expect(said(page)).toHaveText('一队、三队同分，加赛一题，请抢答')
  await expect(page.locator('.ct-teams .off')).toHaveText([/二队/, /四队/])
  await page.keyboard.press('4')
  await expect(said(page)).toHaveText('一队、三队同分，加赛一题，请抢答')
  await page.keyboard.press('1')
  await expect(said(page)).toHaveText('一队按1抢到，其余三队已锁定')
  await judge(page, false)
  await expect(said(page)).toHaveText('一队答错，不扣分，还有一队可以抢')
  await page.keyboard.press('7')
  await judge(page, true)
  await expect(said(page)).toHaveText('三队加赛答对，胜出')
  await expect(page.locator('.sl__t')).not.toBeEmpty()
  await expect(page.locator('.sl__src')).not.toBeEmpty()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: '三队加赛胜出' })).toBeVisible()
  await expect(page.locator('.ct-rank li')).toHaveText([
    /^1三队加赛答对30$/,
    /^2一队同分，加赛答错30$/,
    /^3二队10$/,
    /^4四队0$/,
  ])
})

test('a tie is decided although the lessons of a ready pack are used up', async ({ page }) => {
  // Two lessons of four questions each: as many as four teams are asked, and none is left.
  const lessons = 'admission/activists,admission/candidates'
  await page.goto(`/contest.html#contest=${encodeURIComponent('测试会议')}~8~${lessons}`)
  await expect(page.getByText('选中的题正好用完，同分加赛的题从全站自测题里抽。')).toBeVisible()
  await begin(page)
  await playToTie(page)
  await expect(said(page)).toHaveText('一队、三队同分，加赛一题，请抢答')
  await expect(page.locator('.sl__k')).toContainText('全站题')
  await expect(page.locator('.ct-opts li').first()).not.toBeEmpty()
  await win(page, '7')
  await expect(page.getByRole('heading', { name: '三队加赛胜出' })).toBeVisible()
})

test('a judgement is taken back, a wrong team lets the others race, and time is spoken twice', async ({
  page,
}) => {
  await page.clock.install()
  await setUp(page)
  await begin(page)
  const timer = page.getByRole('timer')
  await expect(timer).toHaveText('30')
  await page.clock.runFor(20_000)
  await expect(said(page)).toHaveText('还有10秒，第1题，一队答')
  await page.clock.runFor(5_000)
  await expect(said(page)).toHaveText('还有10秒，第1题，一队答')
  await page.clock.runFor(6_000)
  await expect(said(page)).toHaveText('时间到，第1题，一队答')
  await judge(page, true)
  await expect(said(page)).toHaveText('一队答对，加10分，现在10分')
  await host(page).getByRole('button', { name: '改判答错' }).click()
  await expect(said(page)).toHaveText('一队答错，不扣分，现在0分')
  await host(page).getByRole('button', { name: '撤销' }).click()
  await expect(said(page)).toHaveText('第1题，一队答')
  for (let team = 0; team < 4; team += 1) {
    await judge(page, false)
    await page.keyboard.press('PageDown')
  }
  // The host may tap the team instead, where there is no keyboard.
  await page.getByRole('button', { name: '二队抢答，现在0分' }).click()
  await expect(said(page)).toHaveText('二队按4抢到，其余三队已锁定')
  await host(page)
    .getByRole('button', { name: /^答错，放开再抢/ })
    .click()
  await page.keyboard.press('4')
  await expect(said(page)).toHaveText('二队答错，不扣分，还有三队可以抢')
  // Left by Esc, the contest waits; the page closed, nothing is there any more.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '接着比' }).click()
  await expect(said(page)).toHaveText('二队答错，不扣分，还有三队可以抢')
  await page.reload()
  await expect(page.getByRole('button', { name: '开始', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '接着比' })).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
    '一队',
  )
})

test('keys are changed and tried out, and too few questions are said with what to do', async ({
  page,
}) => {
  await setUp(page)
  await page.getByRole('button', { name: '三队的抢答键是7，换一个' }).click()
  await page.keyboard.press('q')
  await expect(page.getByText('三队改用Q键')).toBeVisible()
  await page.getByRole('button', { name: '试抢答键' }).click()
  await page.keyboard.press('q')
  await expect(page.getByText('Q键是三队的，好用')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '选课时' }).click()
  await expect(page.getByText('选中的条目里没有自测题')).toBeVisible()
  await page.locator('.ct-pool summary').first().press('Enter')
  await page.locator('.ct-pool details[open] label').nth(1).click()
  await expect(page.getByText(/选中的只有\d+道，还差\d+道/)).toBeVisible()
  await expect(page.getByRole('button', { name: '开始', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: '全站自测题' }).click()
  await expect(page.getByRole('button', { name: '开始', exact: true })).toBeEnabled()
})

const sizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

test('nothing on the screen is cut off or smaller than an eighteenth, in both rooms', async ({
  page,
}) => {
  test.setTimeout(60_000)
  await setUp(page)
  await page.getByRole('button', { name: '8', exact: true }).click()
  await page.getByLabel('第1队的队名').fill('测试长名')
  await begin(page)
  for (const [theme, size] of sizes.map(
    (one, index) => [index % 2 ? 'dark' : 'light', one] as const,
  )) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    await page.setViewportSize(size)
    await expect.poll(() => misfits(page)).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await judge(page, true)
    await expect.poll(() => misfits(page)).toEqual([])
    await page.keyboard.press('PageDown')
  }
})

/** What is cut off, or too small to be read from the back of the room. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const body = document.querySelector('.sl__b')
    const cut = body && body.scrollHeight > body.clientHeight + 1 ? ['the body is cut'] : []
    const texts = [...document.querySelectorAll<HTMLElement>('.sl *')].filter(
      (one) =>
        one.checkVisibility() &&
        !one.closest('.host, .vh') &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    const small = texts.filter(
      (one) => parseFloat(getComputedStyle(one).fontSize) < innerHeight / 18 - 0.1,
    )
    const wide = texts.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    return [...cut, ...[...small, ...wide].map((one) => one.outerHTML.slice(0, 120))]
  })
}

test('the result is printed alone, with every answer, its reason and its source', async ({
  page,
}) => {
  await setUp(page)
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await begin(page)
  await playToTie(page)
  await win(page, '7')
  await host(page).getByRole('button', { name: '打印结果和答案' }).click()
  await page.emulateMedia({ media: 'print' })
  const paper = page.getByRole('region', { name: '竞赛结果和答案' })
  await expect(paper.locator('tbody tr')).toHaveCount(4)
  await expect(paper.locator('ol > li')).toHaveCount(9)
  await expect(paper.locator('ol > li').first()).toContainText('来源：')
  await expect(page.getByRole('heading', { level: 1, name: '知识竞赛', exact: true })).toBeHidden()
})
