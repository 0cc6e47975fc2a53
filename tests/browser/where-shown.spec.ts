import type { Page } from '@playwright/test'
import { pageTypes } from './page-types.ts'
import { expect, test } from './portal.ts'

/** Parts in sight that match, as the start of their markup. */
function inSight(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)
        .map((one) => one.outerHTML.slice(0, 120)),
    selector,
  )
}

/** What works on a screen only, however it is marked. */
const controls =
  '.screen-only, .js-only, .no-js-only, nav, form, button, select, textarea, dialog, video, [role="toolbar"], [aria-live]'

/** Texts set in so narrow a column that a sentence runs down the page. */
function narrowTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, li)')]
      .filter((one) => one.checkVisibility() && (one.textContent ?? '').trim().length > 40)
      .filter((one) => one.getBoundingClientRect().width < 160)
      .map((one) => one.outerHTML.slice(0, 120)),
  )
}

/** Answers to a page's self-test, as its island is given them. */
async function explanations(page: Page): Promise<string[]> {
  const quiz = page.locator('[data-island="quiz"]')
  if ((await quiz.count()) === 0) return []
  const { questions } = JSON.parse((await quiz.getAttribute('data-props')) ?? '{}')
  return questions.map(({ explanation }: { explanation: string }) => explanation)
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    for (const [type, address] of Object.entries(pageTypes))
      test(`${type} shows on screen and on paper what belongs there`, async ({ page }) => {
        await page.goto(address)
        const answers = await explanations(page)
        if (type === 'lesson') expect(answers.length).toBeGreaterThan(0)

        const other = javaScriptEnabled ? '.no-js-only' : '.js-only'
        expect(await inSight(page, `.print-only, ${other}`), 'on screen').toEqual([])
        for (const answer of answers) await expect(page.getByText(answer).first()).toBeHidden()

        await page.emulateMedia({ media: 'print' })
        expect(await inSight(page, controls), 'on paper').toEqual([])
        expect(await narrowTexts(page), 'on paper').toEqual([])
        for (const answer of answers)
          await expect(page.getByText(answer).filter({ visible: true })).toHaveCount(1)
      })
  })

test('one sheet hides by medium', async ({ page }) => {
  await page.goto('/index.html')
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
