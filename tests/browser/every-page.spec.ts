import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { aboveFooter, overflowing } from './every-page/layout.ts'
import { dropRepeats } from './every-page/repeats.ts'
import { controls, explanations, inSight, narrowTexts } from './every-page/shown.ts'
import { smallTargets, smallTexts } from './every-page/sizes.ts'
import { pageTypes } from './page-types.ts'
import { expect, test } from './portal.ts'

interface Display {
  name: string
  theme: string
  contrast?: string
  size?: string
  /** Of axe; all of WCAG 2.2 AA and its best practices where none are named. */
  rules?: readonly string[]
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** What a change of colours alone can break. */
const colourRules = ['color-contrast', 'link-in-text-block']
/** What larger letters can break: no name, role or order depends on them. */
const sizeRules = [...colourRules, 'scrollable-region-focusable', 'target-size']
const usual: readonly Display[] = [{ name: 'light', theme: 'light' }]
/** The same page in larger letters and other colours: parts alike but for their words are looked at once. */
const others: readonly Display[] = [
  { name: 'large', theme: 'light', size: 'large', rules: sizeRules },
  { name: 'dark', theme: 'dark', rules: colourRules },
  { name: 'high contrast', theme: 'light', contrast: 'more', rules: colourRules },
  { name: 'dark in high contrast', theme: 'dark', contrast: 'more', rules: colourRules },
]
/** Pixels a text and a target have at least, in each size of letters. */
const least = {
  '': { text: 14, target: 44 },
  large: { text: 18, target: 52 },
  'large-extra': { text: 18, target: 52 },
} as const

// A colour in transition is no colour to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [type, address] of Object.entries(pageTypes)) {
  test(`${type} is accessible, large enough, in its place and prints`, async ({ page }) => {
    // The longest page has thousands of elements, scanned five times on what may be a busy machine.
    test.setTimeout(240_000)
    await page.goto(address)
    expect(await aboveFooter(page)).toBeGreaterThanOrEqual(24)
    await test.step('accessible', () => expectAccessible(page, usual))
    await test.step('does not scroll sideways', () => expectToFit(page))
    await test.step('texts and targets in every size', () => expectLargeEnough(page))
    await test.step('on screen and on paper', async () => {
      const answers = await explanations(page)
      if (type === 'lesson') expect(answers.length).toBeGreaterThan(0)
      await expectInItsMedium(page, '.no-js-only', answers)
    })
    await test.step('accessible in larger letters and other colours', async () => {
      await page.emulateMedia({ media: 'screen' })
      await dropRepeats(page)
      await expectAccessible(page, others)
    })
  })

  test.describe(() => {
    test.use({ javaScriptEnabled: false })
    test(`${type} reads and prints without JavaScript`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator('h1')).toBeVisible()
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(20)
      // A button that is not part of a form does nothing without a script.
      const idle = page.locator('button:not(form[action] button), [data-display], [data-action]')
      await expect(idle.filter({ visible: true })).toHaveCount(0)
      expect(await aboveFooter(page)).toBeGreaterThanOrEqual(24)
      await expectInItsMedium(page, '.js-only', await explanations(page))
    })
  })
}

/** Put the page into a display as `boot.js` does when the reader has chosen it. */
async function show(page: Page, display: Partial<Display>): Promise<void> {
  await page.evaluate(({ theme = '', contrast = '', size = '' }) => {
    const root = document.documentElement
    for (const [name, value] of Object.entries({ theme, contrast, size }))
      if (value) root.setAttribute(`data-${name}`, value)
      else root.removeAttribute(`data-${name}`)
  }, display)
}

async function expectAccessible(page: Page, displays: readonly Display[]): Promise<void> {
  for (const display of displays) {
    await show(page, display)
    const { rules } = display
    const faults = await accessibilityFaults(page, {
      runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags },
    })
    expect(faults.slice(0, 8), display.name).toEqual([])
  }
}

async function expectToFit(page: Page): Promise<void> {
  const { width: usual = 0, height = 0 } = page.viewportSize() ?? {}
  for (const size of ['', 'large'])
    for (const width of [320, usual]) {
      await page.setViewportSize({ width, height: 800 })
      await show(page, { size })
      expect(await overflowing(page), `at ${width} px ${size}`).toEqual([])
    }
  await page.setViewportSize({ width: usual, height })
}

async function expectLargeEnough(page: Page): Promise<void> {
  // What is far below keeps the places it had; every part is laid out in each size.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important; }')
    document.adoptedStyleSheets.push(sheet)
  })
  for (const [size, { text, target }] of Object.entries(least)) {
    await show(page, { size })
    expect.soft(await smallTexts(page, text), `texts ${size}`).toEqual([])
    expect.soft(await smallTargets(page, target), `targets ${size}`).toEqual([])
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(wider, `pixels wider than the screen ${size}`).toBe(0)
  }
  await show(page, {})
  await page.evaluate(() => document.adoptedStyleSheets.pop())
}

/** What belongs to paper, or to readers with or without scripts, is seen by none but them. */
async function expectInItsMedium(
  page: Page,
  others: string,
  answers: readonly string[],
): Promise<void> {
  expect(await inSight(page, `.print-only, ${others}`), 'on screen').toEqual([])
  for (const answer of answers) await expect(page.getByText(answer).first()).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  expect(await inSight(page, controls), 'on paper').toEqual([])
  expect(await narrowTexts(page), 'on paper').toEqual([])
  for (const answer of answers)
    await expect(page.getByText(answer).filter({ visible: true })).toHaveCount(1)
}

test('every response carries the content policy', { tag: '@any-width' }, async ({ request }) => {
  for (const address of [...Object.values(pageTypes), '/nowhere.html']) {
    const policy = (await request.get(address)).headers()['content-security-policy'] ?? ''
    // The hash is that of what may be fetched ahead.
    expect(policy, address).toMatch(
      /default-src 'none'; script-src 'self' 'sha256-[\w+/=]{44}'; style-src 'self'/,
    )
    expect(policy, address).toContain("require-trusted-types-for 'script'")
    expect(policy, address).not.toContain('unsafe')
  }
})

test('one sheet hides by medium', { tag: '@any-width' }, async ({ page }) => {
  // A page that is given all styles.
  await page.goto('/404.html')
  const hidden = await page.evaluate(() => {
    const selectors = (rules: CSSRuleList, isPrint: boolean): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule)
          return selectors(rule.cssRules, isPrint || rule.media.mediaText.includes('print'))
        const hides = rule instanceof CSSStyleRule && rule.style.display === 'none'
        return hides && isPrint ? rule.selectorText.split(', ') : []
      })
    return [...document.styleSheets].flatMap((sheet) => selectors(sheet.cssRules, false))
  })
  // A part is marked where it is made. Another selector here is a part that nobody will think of.
  expect(hidden.sort()).toEqual(
    [
      '.m-only',
      '.print-only',
      '.screen-only',
      '.js-only',
      '.no-js-only',
      '.chart__data:not([open])',
      '.chart__data > summary',
      '.poster',
      'a.btn',
      '.wrap:has(.sheet) .pagehead',
      'nav',
      'form',
      'button',
      'dialog',
      'video',
    ].sort(),
  )
})
