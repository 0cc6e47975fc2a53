import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const panel = (page: Page) => page.locator('details.display')
const opener = (page: Page) => panel(page).locator('summary')

async function choose(page: Page, group: string, name: string): Promise<void> {
  if (
    !(await panel(page)
      .getAttribute('open')
      .then((open) => open !== null))
  )
    await opener(page).click()
  const choice = panel(page)
    .getByRole('group', { name: group })
    .getByRole('button', { name, exact: true })
  await choice.click()
  await expect(choice).toHaveAttribute('aria-pressed', 'true')
}

test('settings hold over pages and apply before the first paint', async ({ page }) => {
  // Nothing is painted before there is a body, so what stands then is what the reader sees first.
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.body) return
      seen.disconnect()
      const { size, theme, contrast } = document.documentElement.dataset
      Object.assign(window, { atFirstPaint: { size, theme, contrast } })
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await page.goto('/index.html')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const before = await paper()
  await choose(page, '字号', '大字')
  await choose(page, '明暗', '深色')
  await choose(page, '对比度', '高对比')
  expect(await paper()).not.toBe(before)

  for (const address of ['/cases/hangzhou.html', '/handbook/index.html']) {
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    expect(await page.evaluate('atFirstPaint')).toEqual({
      size: 'large',
      theme: 'dark',
      contrast: 'more',
    })
    await opener(page).click()
    for (const name of ['大字', '深色', '高对比'])
      await expect(panel(page).getByRole('button', { name, exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
  }

  await choose(page, '字号', '标准')
  await choose(page, '明暗', '跟随系统')
  await choose(page, '对比度', '跟随系统')
  await page.goto('/index.html')
  expect(await page.evaluate('atFirstPaint')).toEqual({})
  expect(await paper()).toBe(before)
})

test('大字 is one tap away and one tap back', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  const large = page.locator('.tools > button[data-display="size"]')
  const size = () =>
    page.locator('.prose').evaluate((prose) => parseFloat(getComputedStyle(prose).fontSize))
  const standard = await size()
  await large.click()
  await expect(large).toHaveAttribute('aria-pressed', 'true')
  expect(await size()).toBeGreaterThan(standard * 1.15)
  await page.reload()
  expect(await size()).toBeGreaterThan(standard * 1.15)
  await large.click()
  await expect(large).toHaveAttribute('aria-pressed', 'false')
  expect(await size()).toBe(standard)
})

test('特大 is a second step, and 大字 in the head takes both back', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  const large = page.locator('.tools > button[data-display="size"]')
  const size = () =>
    page.locator('.prose').evaluate((prose) => parseFloat(getComputedStyle(prose).fontSize))
  const standard = await size()
  await choose(page, '字号', '特大')
  expect(await size()).toBeGreaterThanOrEqual(30)
  await page.reload()
  expect(await size()).toBeGreaterThanOrEqual(30)
  await expect(large).toHaveAttribute('aria-pressed', 'true')
  await large.click()
  expect(await size()).toBe(standard)
})

test('Esc closes the panel and the focus returns', async ({ page }) => {
  await page.goto('/index.html')
  await opener(page).focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toHaveAttribute('open')
  await page.keyboard.press('Tab')
  await expect(panel(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).not.toHaveAttribute('open')
  await expect(opener(page)).toBeFocused()
})

test('a tap elsewhere closes the panel', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await opener(page).click()
  await expect(panel(page).getByRole('group').first()).toBeInViewport({ ratio: 1 })
  await page.locator('.foot').click({ position: { x: 2, y: 2 } })
  await expect(panel(page)).not.toHaveAttribute('open')
})

test('a broken note of the settings does no harm', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('chaotou:display', '{"size":"<b>",'))
  await page.goto('/index.html')
  await expect(page.locator('html')).not.toHaveAttribute('data-size')
  await expect(page.locator('h1')).toBeVisible()
})

test('the system sets what the reader does not, with the same colours', async ({ page }) => {
  test.setTimeout(90_000)
  const colours = () =>
    page.evaluate(() => {
      const root = getComputedStyle(document.documentElement)
      return [
        '--paper',
        '--surface',
        '--ink',
        '--ink-3',
        '--rule',
        '--accent',
        '--accent-text',
      ].map((token) => root.getPropertyValue(token))
    })
  const choices = [
    { media: { colorScheme: 'dark' }, name: '深色', group: '明暗' },
    { media: { contrast: 'more' }, name: '高对比', group: '对比度' },
  ] as const
  for (const { media, name, group } of choices) {
    await page.goto('/index.html')
    await page.evaluate(() => localStorage.clear())
    await page.emulateMedia(media)
    await page.reload()
    const system = await colours()
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
    expect(await colours()).not.toEqual(system)
    await choose(page, group, name)
    expect(await colours(), name).toEqual(system)
  }
})

test('figures in large text keep to their cell of a table on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await page.addInitScript(() => {
    localStorage.setItem('chaotou:display', JSON.stringify({ size: 'large' }))
  })
  await page.goto('/training/branch-work/dues.html')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  const cells = page.locator('main table td')
  expect(await cells.count()).toBeGreaterThan(6)
  const over = await cells.evaluateAll((all) =>
    all
      .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
      .map(({ textContent }) => textContent),
  )
  expect(over).toEqual([])
})

test('no line begins with the mark behind a figure in large text on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await page.addInitScript(() => {
    localStorage.setItem('chaotou:display', JSON.stringify({ size: 'large' }))
  })
  await page.goto('/training/admission/the-meeting.html')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  const begun = await page.locator('.prose .nb').evaluateAll((figures) =>
    figures.flatMap(({ nextSibling, parentElement }) => {
      if (!nextSibling?.textContent?.match(/^[，。、；：！？]/)) return []
      const range = document.createRange()
      range.setStart(nextSibling, 0)
      range.setEnd(nextSibling, 1)
      const mark = range.getBoundingClientRect()
      const line = parentElement?.getBoundingClientRect()
      return line && mark.left <= line.left + 1 ? [nextSibling.textContent.slice(0, 12)] : []
    }),
  )
  expect(begun).toEqual([])
})

for (const path of [
  '/training/branch-work/meetings.html',
  '/people/song-xuewen.html',
  '/index.html',
])
  test(`no line of ${path} begins with a closing mark`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 812 })
    await page.goto(path)
    const begun = await page.locator('main').evaluate((main) => {
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.textContent ?? ''
        for (const { index } of text.matchAll(/(?<=[\p{L}\p{N}）”])[，。、；：！？]/gu)) {
          const [before, mark] = [index - 1, index].map((at) => {
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            return range.getBoundingClientRect()
          })
          if (before && mark && mark.width > 0 && mark.top >= before.bottom) found.push(text)
        }
      }
      return found
    })
    expect(begun).toEqual([])
  })
