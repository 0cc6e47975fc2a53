import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { misfits } from './deck-fit.ts'
import { expect, test } from './portal.ts'

test.use({ javaScriptEnabled: false })

/** The slides of every entry; components are compiled as the build does. */
async function decks(): Promise<{ path: string; html: string }[]> {
  const server = await createServer({
    ...{ configFile: false, appType: 'custom', logLevel: 'error', plugins: [vue()] },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    // The server knows no types of what it loads.
    const module = (await server.ssrLoadModule('/tests/browser/every-deck.ts')) as {
      everyDeck: typeof import('./every-deck.ts').everyDeck
    }
    return await module.everyDeck()
  } finally {
    await server.close()
  }
}

test('no slide of any entry is over its foot or too small, large type or not', async ({ page }) => {
  test.setTimeout(300_000)
  const made = await decks()
  const slides = made.map(({ path, html }) => `<div data-deck-of="${path}">${html}</div>`).join('')
  await page.route('**/slides.html', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(data-deck) hidden>/,
      (_, deck) => `${deck}>${slides}`,
    )
    await route.fulfill({ response, body })
  })
  await page.goto('/slides.html')
  expect(await page.locator('[data-slide]').count()).toBeGreaterThan(1000)
  for (const [width, height, size] of [
    [1024, 768, ''],
    [1366, 768, 'large'],
    [1920, 1080, 'large-extra'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate((chosen) => (document.documentElement.dataset.size = chosen), size)
    expect.soft(await page.evaluate(misfits), `${width}×${height} ${size}`).toEqual([])
  }
})
