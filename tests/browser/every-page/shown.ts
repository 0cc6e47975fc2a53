import type { Page } from '@playwright/test'

/** Parts in sight that match, as the start of their markup. */
export function inSight(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)
        .map((one) => one.outerHTML.slice(0, 120)),
    selector,
  )
}

/** What works on a screen only, however it is marked. */
export const controls =
  '.screen-only, .js-only, .no-js-only, nav, form, button, select, textarea, dialog, video, [role="toolbar"], [aria-live]'

/** Texts set in so narrow a column that a sentence runs down the page. */
export function narrowTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, li)')]
      .filter((one) => one.checkVisibility() && (one.textContent ?? '').trim().length > 40)
      .filter((one) => one.getBoundingClientRect().width < 160)
      .map((one) => one.outerHTML.slice(0, 120)),
  )
}

/** Answers to a page's self-test, as its island is given them. */
export async function explanations(page: Page): Promise<string[]> {
  const quiz = page.locator('[data-island="quiz"]')
  if ((await quiz.count()) === 0) return []
  const { questions } = JSON.parse((await quiz.getAttribute('data-props')) ?? '{}')
  return questions.map(({ explanation }: { explanation: string }) => explanation)
}
