import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { pageTypes } from './page-types.ts'
import { expect, test } from './portal.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** What a change of colours alone can break. */
const colourRules = ['color-contrast', 'link-in-text-block']
const displays: { name: string; theme: string; contrast?: string; size?: string }[] = [
  { name: 'light', theme: 'light' },
  { name: 'large', theme: 'light', size: 'large' },
  { name: 'dark', theme: 'dark' },
  { name: 'high contrast', theme: 'light', contrast: 'more' },
  { name: 'dark in high contrast', theme: 'dark', contrast: 'more' },
]

// A colour in transition is no colour to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [type, address] of Object.entries(pageTypes)) {
  test(`${type} is accessible in every display`, async ({ page }) => {
    // The longest page has thousands of elements, scanned five times on what may be a busy machine.
    test.setTimeout(240_000)
    await page.goto(address)
    for (const display of displays) {
      await show(page, display)
      // The page has no frames, so the faster mode of axe sees all of it.
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const recolours = display.theme === 'dark' || display.contrast
      const scan = recolours ? axe.withRules(colourRules) : axe.withTags(tags)
      const { violations } = await scan.analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
      )
      expect(found.slice(0, 8), display.name).toEqual([])
    }
  })

  test(`${type} does not scroll sideways`, async ({ page, viewport }) => {
    await page.goto(address)
    for (const size of ['', 'large'])
      for (const width of [320, viewport?.width ?? 0]) {
        await page.setViewportSize({ width, height: 800 })
        await show(page, { size })
        expect(await overflowing(page), `at ${width} px ${size}`).toEqual([])
      }
  })

  test(`${type} ends clear of the footer`, async ({ page }) => {
    await page.goto(address)
    expect(await aboveFooter(page)).toBeGreaterThanOrEqual(24)
  })

  test.describe(() => {
    test.use({ javaScriptEnabled: false })
    test(`${type} reads without JavaScript`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator('h1')).toBeVisible()
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(20)
      // A button that is not part of a form does nothing without a script.
      const idle = page.locator('button:not(form[action] button), [data-display], [data-action]')
      await expect(idle.filter({ visible: true })).toHaveCount(0)
      expect(await aboveFooter(page)).toBeGreaterThanOrEqual(24)
    })
  })
}

/** Put the page into a display as `boot.js` does when the reader has chosen it. */
async function show(
  page: Page,
  display: { theme?: string; contrast?: string; size?: string },
): Promise<void> {
  await page.evaluate(({ theme = '', contrast = '', size = '' }) => {
    const root = document.documentElement
    for (const [name, value] of Object.entries({ theme, contrast, size }))
      if (value) root.setAttribute(`data-${name}`, value)
      else root.removeAttribute(`data-${name}`)
  }, display)
}

/** Pixels between the lowest thing to be seen of the page and its footer. */
function aboveFooter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll('main *')].filter((one) => {
      const { borderBottomWidth, backgroundColor } = getComputedStyle(one)
      const isBox = parseFloat(borderBottomWidth) > 0 || !/, 0\)$/.test(backgroundColor)
      const hasText = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      return (isBox || hasText) && one.checkVisibility()
    })
    const lowest = Math.max(...seen.map((one) => one.getBoundingClientRect().bottom))
    return (document.querySelector('.foot')?.getBoundingClientRect().top ?? 0) - lowest
  })
}

/** Some elements that reach past the right edge of the window, unless a box of theirs scrolls or cuts. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const reaches = (element: Element) => element.getBoundingClientRect().right > limit + 1
    const contained = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return !reaches(box)
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => reaches(element) && !contained(element) && ![...element.children].some(reaches),
    )
    const scrolls = document.documentElement.scrollWidth > limit ? ['the page scrolls'] : []
    const shown = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))
    return [...scrolls, ...shown]
  })
}

test('every response carries the content policy', async ({ request }) => {
  for (const address of [...Object.values(pageTypes), '/nowhere.html']) {
    const policy = (await request.get(address)).headers()['content-security-policy'] ?? ''
    expect(policy, address).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy, address).toContain("require-trusted-types-for 'script'")
    expect(policy, address).not.toContain('unsafe')
  }
})
