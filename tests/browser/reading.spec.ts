import type { Locator } from '@playwright/test'
import { expect, test } from './portal.ts'

test('home → case → note → source', async ({ page }) => {
  await page.goto('/')
  await page.locator('.home-cases .row a').first().click()
  await expect(page.locator('article.art h1')).toBeVisible()
  const mark = page.locator('.prose .fn').first()
  const target = (await mark.getAttribute('href')) ?? ''
  await mark.click()
  await expect(page).toHaveURL(new RegExp(`${target}$`))
  const item = page.locator('.srcs li:target')
  await expect(item).toHaveAttribute('id', target.slice(1))
  await expect(item).toBeInViewport()
  await expect(item.locator('a[href^="https://"]')).toBeVisible()
  await item.locator('.srcs__fact').click()
  await expect(page.locator('.facts li:target')).toBeInViewport()
})

test('the outline leads to a part and says where the reader is', async ({ page, isMobile }) => {
  await page.goto('/cases/hangzhou.html')
  const folded = page.locator('.toc-m')
  const outline = (await folded.isVisible()) ? folded : page.locator('.art__toc')
  if (await folded.isVisible()) await folded.locator('summary').click()
  await outline.getByRole('link', { name: '工作成效', exact: true }).click()
  await expect(page.getByRole('heading', { name: '工作成效', exact: true })).toBeInViewport()
  test.skip(isMobile, 'the current part is marked beside the text only')
})

test('a link to the page is copied and said so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/cases/hangzhou.html#sources')
  await page.locator('[data-island="article"][data-awake]').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: '复制链接' }).click()
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(page.url().replace(/#.*/, ''))
})

test(
  'a printed case shows its text and the addresses of its sources',
  { tag: '@any-width' },
  async ({ page }) => {
    await page.goto('/cases/hangzhou.html')
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.nav', '.tools', '.crumb', '.art__toc', '.toc-m', '.acts', '.next'])
      await expect(page.locator(part).filter({ visible: true }), part).toHaveCount(0)
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('.prose')).toBeVisible()
    const printed = await page
      .locator('.srcs a[href^="https://"]')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
    expect(printed.length).toBeGreaterThan(0)
    for (const content of printed) expect(content).toMatch(/attr\(href\)|https:/)
    const paragraph = page.locator('.prose > div:not(.intro) > p').first()
    expect(await paragraph.evaluate((text) => getComputedStyle(text).textIndent)).not.toBe('0px')
  },
)

test('what is printed is no wider than a narrow sheet', { tag: '@any-width' }, async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.emulateMedia({ media: 'print' })
  // Marks at the end of a line, a wide table, a chart with its table.
  for (const address of [
    '/cases/changchun-internet-federation.html',
    '/training/branch-work/meetings.html',
    '/charts/admission-steps.html',
  ]) {
    await page.goto(address)
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth, address).toBe(clientWidth)
  }
})

test(
  'on paper a chart longer than a sheet starts under its title',
  { tag: '@any-width' },
  async ({ page }) => {
    await page.goto('/charts/admission-steps.html')
    const figure = page.locator('.chart--own')
    const breaks = (part: Locator) => part.evaluate((box) => getComputedStyle(box).breakInside)
    await page.emulateMedia({ media: 'print' })
    const sheet = 255 * (96 / 25.4)
    expect((await figure.boundingBox())?.height).toBeGreaterThan(sheet)
    expect(await breaks(figure)).toBe('auto')
    expect(await breaks(figure.locator('.chart__pic'))).toBe('auto')
    expect(await breaks(figure.locator('.steps li').first())).toBe('avoid')
  },
)

test('the search page lists every published entry', { tag: '@any-width' }, async ({ page }) => {
  await page.goto('/search.html')
  const listed = await page
    .locator('section.band > ul.index a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(new Set(listed).size).toBe(listed.length)
  const lists = ['/cases/index.html', '/videos/index.html', '/organizations/index.html']
  for (const address of [...lists, '/topics/index.html', '/training/index.html']) {
    await page.goto(address)
    const entries = await page
      .locator('main a.stretch')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(entries.length, address).toBeGreaterThan(0)
    // The year of packs, last among the courses, is a list itself; each pack of it is listed.
    const works = entries.filter((entry) => entry !== '/packs/index.html')
    expect(works.filter((entry) => !listed.includes(entry))).toEqual([])
  }
  const answers = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const { status } = await fetch(address, { method: 'HEAD' })
          return [address, status] as const
        }),
      ),
    listed,
  )
  expect(answers.filter(([, status]) => status !== 200)).toEqual([])
})

test(
  'an unknown address answers 404 with a way on',
  { tag: '@any-width' },
  async ({ page, faults }) => {
    const answer = await page.goto('/cases/no-such-case.html')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有找到')
    await expect.poll(() => faults.length).toBe(1)
    expect(faults.splice(0)[0]).toContain('404')
    await page.getByRole('link', { name: '看全部案例' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('案例')
  },
)

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

for (const name of ['about', 'corrections', 'privacy', 'feedback', 'accessibility', 'style'])
  test(`the tables of ${name} are read without scrolling sideways`, async ({ page }) => {
    await page.goto(`/pages/${name}.html`)
    const boxes = await page.locator('.tblwrap').evaluateAll((boxes) =>
      boxes.map((box) => ({
        hidden: box.scrollWidth - box.clientWidth,
        narrowest: Math.min(
          ...[...box.querySelectorAll('td')].map(
            (cell) => cell.offsetWidth / parseFloat(getComputedStyle(cell).fontSize),
          ),
        ),
      })),
    )
    expect(boxes.length).toBeGreaterThan(0)
    for (const { hidden, narrowest } of boxes) {
      expect(hidden).toBeLessThanOrEqual(0)
      expect(narrowest).toBeGreaterThan(4)
    }
  })

test('a note leads back to the very mark it was reached from', async ({ page }) => {
  await page.goto('/cases/hangzhou-smart-database.html')
  const mark = page.locator('.prose a.fn').nth(4)
  await mark.scrollIntoViewIfNeeded()
  const before = await mark.evaluate((one) => one.getBoundingClientRect().top)
  const number = (await mark.textContent()) ?? ''
  await mark.focus()
  await page.keyboard.press('Enter')
  const back = page.locator('.srcs__back:focus')
  await expect(back).toContainText(`回到正文${number}：`)
  await page.keyboard.press('Enter')
  await expect(mark).toBeFocused()
  expect(await mark.evaluate((one) => one.getBoundingClientRect().top)).toBeCloseTo(before, -1)
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })
  test('a note leads back to its first mark without JavaScript', async ({ page }) => {
    await page.goto('/cases/hangzhou-smart-database.html')
    const back = page.locator('.srcs__back').first()
    const mark = page.locator(String(await back.getAttribute('href')))
    await back.click()
    await expect(mark).toBeInViewport()
    await expect(mark).toHaveText('[1]')
  })
})
