import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { misfits, rooms } from './deck-fit.ts'
import { expect, test } from './portal.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const address = '/packs/know-the-base/slides.html'
const shown = (page: Page) => page.locator('[data-slide][data-now]')

/** Wait until the projector has taken the page over. */
async function open(page: Page, at = address): Promise<void> {
  await page.goto(at)
  await page.locator('.deck[data-show]').waitFor()
}

test.describe('every slide fits every room', () => {
  test.skip(({ isMobile, hasTouch }) => isMobile || hasTouch, 'rooms have screens of their own')
  test.use({ javaScriptEnabled: false })
  for (const file of readdirSync('content/packs')) {
    const pack = file.replace(/\.md$/, '')
    test(pack, async ({ page }) => {
      await page.goto(`/packs/${pack}/slides.html`)
      const slides = await page.locator('[data-slide]').count()
      const planned = await page.locator('[data-left] b').first().textContent()
      expect(slides).toBeGreaterThan(20)
      // A slide is looked at for a minute and more.
      expect(slides).toBeLessThanOrEqual(Number(planned))
      for (const room of rooms) {
        await page.setViewportSize(room)
        expect(await page.evaluate(misfits), `${room.width}×${room.height}`).toEqual([])
      }
    })
  }
})

test.describe('cases and lessons', () => {
  test.skip(({ hasTouch }) => hasTouch, 'rooms have screens of their own')
  for (const path of [
    'cases/hangzhou',
    'cases/changchun-internet-federation',
    'training/charter-and-discipline/duties',
    'people/zhang-guimei',
    // Once over their foot by a line.
    'people/zhang-wenqiang',
    'training/branch-work/dues',
  ])
    test(`${path} is projected from its own page`, async ({ page }) => {
      await page.goto(`/${path}.html`)
      await page.getByRole('link', { name: '放映' }).click()
      await page.locator('.deck[data-show]').waitFor()
      expect(await page.locator('[data-slide]').count()).toBeGreaterThan(3)
      await page.addStyleTag({ content: '' }).catch(() => undefined)
      await page.evaluate(() => delete document.querySelector<HTMLElement>('.deck')?.dataset.show)
      for (const room of rooms) {
        await page.setViewportSize(room)
        expect(await page.evaluate(misfits), `${room.width}×${room.height}`).toEqual([])
      }
    })
})

test('a meeting is shown with a clicker, and its rows are timed', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await expect(shown(page).getByRole('heading', { level: 1 })).toContainText('底数要清')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(shown(page).locator('[aria-current="step"]')).toContainText('杭州怎样摸清底数')
  await page.clock.runFor('05:00')
  await expect(shown(page).locator('[data-left]')).toHaveText('还有55分钟')
  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: /^已黑屏/ })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('button', { name: /^已黑屏/ })).toBeHidden()
  await page.keyboard.press('End')
  await expect(shown(page)).toContainText('散会前请核对签到表')
  await page.keyboard.press('Home')
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeVisible()
  // The showing goes on where it was when the page is loaded again.
  await page.keyboard.press('PageDown')
  await page.reload()
  await expect(shown(page)).toHaveAttribute('id', 's2')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/packs\/know-the-base\.html$/)
})

test('a question gives time to think, then its answer and reason', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await page.mouse.move(300, 300)
  await page.getByRole('button', { name: '跳到' }).click()
  await page.getByRole('navigation', { name: '跳到' }).getByText('自测').click()
  const timer = shown(page).getByRole('timer')
  await expect(timer).toHaveText('0:45')
  await page.clock.runFor(35_000)
  await expect(page.getByRole('status').filter({ hasText: '还有10秒' })).toHaveCount(1)
  await page.clock.runFor(10_000)
  await expect(page.getByRole('status').filter({ hasText: '时间到' })).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(shown(page)).toContainText('两个数照写，不算比例')
  await expect(shown(page)).toContainText('来源：')
})

test('the host’s window leads the projector and gives its own screen when alone', async ({
  page,
  context,
}) => {
  test.slow()
  await open(page)
  await page.mouse.move(300, 300)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: '主持人窗口' }).click()
  const host = await opened
  await expect(host.getByText('放映窗口已连上')).toBeVisible({ timeout: 20_000 })
  await host.getByRole('button', { name: '下一页' }).click()
  await expect(shown(page)).toHaveAttribute('id', 's2')
  await host.keyboard.press('PageDown')
  await expect(shown(page)).toHaveAttribute('id', 's3')
  await expect(host.getByRole('region', { name: '备注' })).toContainText('案例分头默读')
  await host.getByRole('button', { name: '黑屏' }).click()
  await expect(page.getByRole('button', { name: /^已黑屏/ })).toBeVisible()
  expect(await accessibilityFaults(host)).toEqual([])
  await page.close()
  await expect(host.getByRole('link', { name: '就在这一块屏上放' })).toBeVisible()
  await host.getByRole('button', { name: '下一页' }).click()
  await expect(host.getByRole('heading', { name: /^现在/ })).toContainText('第4页')
})

test('a finger turns pages', async ({ page, hasTouch }) => {
  test.skip(!hasTouch, 'a phone')
  await open(page)
  const swipe = (from: number, to: number) =>
    page.evaluate(
      ([start = 0, end = 0]) => {
        const deck = document.querySelector('.deck')
        const send = (type: string, clientX: number) =>
          deck?.dispatchEvent(
            new PointerEvent(type, {
              ...{ clientX, clientY: 200, isPrimary: true, pointerType: 'touch', bubbles: true },
            }),
          )
        send('pointerdown', start)
        send('pointerup', end)
      },
      [from, to],
    )
  await swipe(300, 100)
  await expect(shown(page)).toHaveAttribute('id', 's2')
  await swipe(100, 300)
  await expect(shown(page)).toHaveAttribute('id', 's1')
})

test('slides are accessible, light and dark', async ({ page }) => {
  test.slow()
  await open(page)
  for (const room of ['light', 'dark']) {
    if (room === 'dark') await page.keyboard.press('d')
    await expect(page.locator('html')).toHaveAttribute('data-theme', room)
    for (const key of ['Home', 'PageDown', 'End']) {
      await page.keyboard.press(key)
      expect(await accessibilityFaults(page)).toEqual([])
    }
  }
})
