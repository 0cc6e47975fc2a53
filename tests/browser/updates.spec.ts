import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const weekly = (page: Page) => page.locator('[data-island="week"]')

test('the text of the week follows the reader’s calendar', async ({ page }) => {
  await page.goto('/updates.html')
  const third = page.locator('[data-week]').nth(2)
  const monday = (await third.getAttribute('data-week')) ?? ''
  const [title, address] = [
    await third.getByRole('link').innerText(),
    await third.getByRole('link').evaluate((link: HTMLAnchorElement) => link.href),
  ]
  await page.clock.setFixedTime(`${monday}T12:00:00`)
  await page.goto('/')
  const link = weekly(page).getByRole('link')
  await expect(link).toHaveText(title)
  expect(await link.evaluate((one: HTMLAnchorElement) => one.href)).toBe(address)
  await link.click()
  await expect(page.locator('main h1')).toContainText(title.split('：')[0] ?? title)
})

test('weeks beyond the list keep the text that stands there', async ({ page }) => {
  const fetched: string[] = []
  page.on('requestfinished', (request) => fetched.push(new URL(request.url()).pathname))
  await page.clock.setFixedTime('2031-01-01T12:00:00')
  await page.goto('/')
  const before = await page.request.get('/').then((answer) => answer.text())
  await expect.poll(() => fetched).toContain('/updates.html')
  const address = await weekly(page).getByRole('link').getAttribute('href')
  expect(before).toContain(`href="${address}"`)
  await expect(weekly(page).getByRole('link')).not.toBeEmpty()
})

test('what is new leads to its list, and to how to follow it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '全部更新和订阅' }).click()
  await expect(page.getByRole('heading', { name: '更新', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '订阅' })).toBeVisible()
  await page.locator('.news__list a').first().click()
  await expect(page.locator('main h1')).toBeVisible()
})
