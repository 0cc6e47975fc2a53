import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

/** Pages whose first screen is shown before the styles of the rest have come: `LaterStyles.ts`. */
const pages = [
  '/index.html',
  '/cases/index.html',
  '/people/index.html',
  '/cases/hangzhou.html',
  '/training/read-a-case/know-the-base.html',
  '/videos/know-the-base.html',
  '/topics/online-charity.html',
  '/data.html',
]

/** What a reader sees of each element that stands before the later sheet: where, and how it looks. */
const seenFirst = `(() => {
  const later = document.querySelector('main link[rel="stylesheet"]')
  const looks = ['color', 'backgroundColor', 'font', 'borderTop', 'textDecoration', 'visibility', 'listStyleType']
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING)
    .filter((one) => !one.contains(later) && one.checkVisibility())
    .map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      return [
        one.tagName + ' ' + one.getAttribute('class') + ' ' + (one.textContent ?? '').slice(0, 12),
        [x, y, width, height].map(Math.round).join(' '),
        ...looks.map((name) => style[name]),
      ].join(' | ')
    })
})()`

async function opened(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  await page.evaluate('document.documentElement.removeAttribute("data-js")')
  return page.evaluate<string[]>(seenFirst)
}

for (const [name, display] of Object.entries({
  标准: '{}',
  '大字、深色、高对比': '{"size":"large","theme":"dark","contrast":"more"}',
})) {
  test(`what is shown before all the styles have come stays as it is: ${name}`, async ({
    page,
  }) => {
    await page.addInitScript((kept) => localStorage.setItem('chaotou:display', kept), display)
    // Islands would change what they reach, sooner or later.
    await page.route(/\/assets\/client\./, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
    for (const address of pages) {
      const whole = await opened(page, address)
      expect(whole.length, address).toBeGreaterThan(10)
      await page.route(/\/assets\/style-/, (route) =>
        route.fulfill({ contentType: 'text/css', body: '' }),
      )
      expect(await opened(page, address), address).toEqual(whole)
      await page.unroute(/\/assets\/style-/)
    }
  })
}

test('the first screen does not wait for the styles of the rest', async ({ page }) => {
  let comes: () => void = () => undefined
  const asked = new Promise<void>((known) => {
    comes = known
  })
  let serve: () => void = () => undefined
  const served = new Promise<void>((known) => {
    serve = known
  })
  await page.route(/\/assets\/style-/, async (route) => {
    comes()
    await served
    await route.continue()
  })
  await page.goto('/cases/hangzhou.html', { waitUntil: 'commit' })
  await asked
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // What would be seen without its styles is not there yet.
  expect(await page.locator('.foot').count()).toBe(0)
  serve()
  await expect(page.locator('.foot')).toBeAttached()
})
