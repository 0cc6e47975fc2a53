import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

// The record does not depend on the window's width.
test.skip(({ viewport }) => viewport?.width !== 375, 'one width')

const course = '/training/read-a-case/index.html'
const lesson = '/training/read-a-case/contact-points.html'

async function reachEnd(page: Page): Promise<void> {
  await page.locator('[data-study-end]').scrollIntoViewIfNeeded()
  await expect(page.locator('[data-study-words]')).toContainText('记在这台设备上', {
    timeout: 10_000,
  })
}

test('reaching the end marks a lesson, and that can be taken back', async ({ page }) => {
  await page.goto(lesson)
  await reachEnd(page)
  await expect(page.locator('[data-study-words]')).toHaveText('已学，记在这台设备上。')
  await page.goto(course)
  await expect(page.locator('[data-study-page$="contact-points"]')).toContainText('已学')
  await expect(page.locator('[data-study-progress]')).toHaveAttribute(
    'aria-label',
    '已学1课，共6课',
  )
  await expect(page.locator('[data-study-go]')).toHaveText('继续第3课')

  await page.goto(lesson)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('[data-study-words]')).toContainText('读到末尾会记为已学')
  await page.reload()
  await page.locator('[data-study-end]').scrollIntoViewIfNeeded()
  await page.waitForTimeout(500)
  await expect(page.getByRole('button', { name: '记为已学' })).toBeVisible()
  await page.goto(course)
  await expect(page.locator('[data-study-page$="contact-points"]')).toContainText('学到这里')
  await expect(page.locator('[data-study-go]')).toHaveText('继续第2课')
})
