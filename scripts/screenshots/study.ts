import type { Page } from '@playwright/test'

/** What a reader has done by the time the record is looked at: a page, and the button that marks it. */
const done: readonly [string, string][] = [
  ['/cases/hangzhou.html', '记为已读'],
  ['/people/zhang-wenqiang.html', '收藏'],
  ['/training/read-a-case/contact-points.html', '记为已学'],
  ['/training/read-a-case/know-the-base.html', '记为已学'],
]

/** Fill the record as a reader would. */
export async function studyALittle(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' })
  for (const [address, name] of done) {
    await page.goto(address)
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(600)
    const button = page.getByRole('button', { name, exact: true }).first()
    if (await button.isVisible()) await button.click()
    await page.waitForTimeout(300)
  }
}
