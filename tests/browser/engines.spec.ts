import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

/** Controls that do nothing without a script, on the screen. */
const controls = (page: Page, within = 'body') =>
  page.locator(`${within} .js-only`).filter({ visible: true })
const state = (page: Page) => page.locator('html').getAttribute('data-js')

test('controls are shown once the module has begun', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await expect.poll(() => state(page)).toBe('')
  expect(await controls(page).count()).toBeGreaterThan(2)
})

test('their places are kept while it is on its way', async ({ page }) => {
  let send = () => {}
  const sent = new Promise<void>((resolve) => (send = resolve))
  await page.route('**/assets/client.*.js', async (route) => {
    await sent
    await route.continue()
  })
  await page.goto('/cases/hangzhou.html', { waitUntil: 'commit' })
  const size = page.locator('.tools button.js-only')
  await size.waitFor({ state: 'attached' })
  expect(await state(page)).toBe('soon')
  await expect(size).toBeHidden()
  const kept = await size.boundingBox()
  expect(kept?.width).toBeGreaterThan(20)
  send()
  await expect(size).toBeVisible()
  expect(await size.boundingBox()).toEqual(kept)
})

for (const [name, answer] of [
  ['does not come', undefined],
  ['cannot be parsed', 'const a = 1 const'],
  ['throws as it begins', 'throw new Error("no")'],
] as const)
  test(`no control is shown when the module ${name}`, async ({ page, faults }) => {
    await page.route('**/assets/client.*.js', (route) =>
      answer === undefined
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body: answer }),
    )
    await page.goto('/cases/hangzhou.html')
    await expect.poll(() => state(page)).toBeNull()
    await expect(controls(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto('/study.html')
    await expect(page.locator('.no-js-only')).toBeVisible()
    faults.length = 0
  })

test('when a part of the page does not load, only its head has controls', async ({
  page,
  faults,
}) => {
  await page.route('**/assets/article.*.js', (route) => route.abort())
  await page.goto('/cases/hangzhou.html')
  await expect.poll(() => state(page)).toBe('head')
  await expect(controls(page, 'main')).toHaveCount(0)
  await page.locator('.tools button.js-only').click()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  faults.length = 0
})

test('where modules are unknown, the search page says what cannot be searched', async ({
  page,
  faults,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'))
  await page.route('**/assets/client.*.js', (route) => route.abort())
  await page.goto('/search.html?q=%E7%BD%91%E7%BB%9C%E5%85%AC%E7%9B%8A')
  await expect(page.getByText('这个浏览器不能在站内搜“网络公益”。')).toBeVisible()
  await page.goto('/search.html?q=%')
  await expect(page.getByText('这个浏览器不能在站内搜索。')).toBeVisible()
  faults.length = 0
})

test('without the newer methods lists, search and quizzes work, on the page’s own thread', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const [owner, name] of [
      [Array.prototype, 'at'],
      [String.prototype, 'at'],
      [Array.prototype, 'findLast'],
      [Array.prototype, 'toReversed'],
      [Array.prototype, 'with'],
      [String.prototype, 'replaceAll'],
      [Object, 'fromEntries'],
      [Element.prototype, 'replaceChildren'],
    ] as const)
      Reflect.deleteProperty(owner, name)
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new Error('a worker has no polyfills')
        }
      },
    })
  })
  await page.goto('/cases/index.html?topic=organizing')
  await expect(page.locator('[data-count]')).toContainText('全部')
  await page.goto('/search.html?q=%E7%BD%91%E7%BB%9C%E5%85%AC%E7%9B%8A')
  await expect(page.locator('.hit mark').first()).toBeVisible()
})

test('without dialogs the search is a page and notes still open', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal')
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'close')
  })
  await page.goto('/cases/hangzhou.html')
  await page.locator('[data-study="note"]').filter({ visible: true }).first().click()
  const note = page.getByRole('dialog', { name: '写笔记' })
  await expect(note.locator('textarea')).toBeFocused()
  await note.locator('textarea').fill('一句笔记')
  await note.getByRole('button', { name: '保存' }).click()
  await expect(note).toHaveCount(0)
  await page.locator('a[data-search]').first().click()
  await expect(page).toHaveURL(/search\.html/)
  await expect(page.locator('[data-search-here] [data-field]')).toBeFocused()
})

/** What WeChat's and a system's large font settings make of a root font of 16 pixels. */
for (const size of [23.8, 32])
  for (const large of [false, true])
    test(`a root font of ${size} pixels${large ? ' and 大字' : ''} stays on the screen`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 375, height: 812 })
      for (const address of [
        '/index.html',
        '/cases/index.html',
        '/cases/hangzhou.html',
        '/data.html',
        '/videos/industry-committee.html',
        '/training/read-a-case/contact-points.html',
        '/cases/measure/register.html',
        '/places.html',
        '/timeline.html',
      ]) {
        await page.goto(address)
        const over = await page.evaluate(
          ([pixels, isLarge]) => {
            const root = document.documentElement
            root.style.fontSize = `${pixels}px`
            if (isLarge) root.dataset.size = 'large'
            return root.scrollWidth - root.clientWidth
          },
          [size, large] as const,
        )
        expect(over, address).toBe(0)
      }
    })
