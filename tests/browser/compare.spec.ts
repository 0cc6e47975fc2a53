import { expect, test } from './portal.ts'

test('index of measures → table → chosen cases side by side → one more, one less', async ({
  page,
}) => {
  await page.goto('/measures.html')
  await page.getByRole('link', { name: '摸底建库', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('摸底建库')
  await page.getByRole('checkbox', { name: /^对照.*长沙县行业党委$/ }).check()
  await page.getByRole('checkbox', { name: /^对照.*杭州行业党委$/ }).check()
  await page.getByRole('button', { name: '把勾选的放在一起看' }).click()

  const table = page.getByRole('table', { name: '2篇案例对照' })
  const row = table.getByRole('row', { name: /^摸底建库/ })
  await expect(row.getByRole('cell')).toHaveText([/重点企业34家/, /600余家.*63家/])
  const chips = page.locator('.cmp__chips a')
  await page.getByText('再加一篇').click()
  const candidate = page.locator('.cmp__more a').first()
  const name = await candidate.textContent()
  await candidate.click()
  await expect(chips).toHaveCount(3)
  await expect(page).toHaveURL(/compare\.html\?c=[a-z0-9-]+,[a-z0-9-]+,[a-z0-9-]+$/)
  expect(name).not.toBe('')

  await page.getByRole('link', { name: '去掉：长沙县行业党委' }).click()
  await expect(chips).toHaveCount(2)
  await expect(chips.filter({ hasText: '长沙县' })).toHaveCount(0)
})

test('list → any two cases, found by place → side by side, in a link that can be sent', async ({
  page,
}) => {
  await page.goto('/cases/index.html')
  await page.getByRole('link', { name: '选几篇对照' }).click()
  const field = page.getByLabel('找案例')
  await field.fill('武汉')
  await page.locator('.pick li a').first().click()
  await expect(page).toHaveURL(/compare\.html\?c=[a-z0-9-]+$/)
  await page.getByLabel('找案例').fill('泸州')
  await expect(page.getByText(/^\d+篇，点一篇就放进来。$/)).toBeVisible()
  await page.locator('.pick li a').first().click()
  await expect(page.getByRole('table', { name: '2篇案例对照' })).toBeVisible()
  const sent = page.url()
  await page.goto('/index.html')
  await page.goto(sent)
  await expect(page.locator('.cmp__chips a')).toHaveCount(2)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})

test('without a script the comparison says what to do', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/compare.html?c=hangzhou,changsha-county-committee')
  await expect(page.getByText('要用脚本')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: '举措索引' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('举措索引')
  await context.close()
})

test('a case leads to itself beside those it is near to', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await page.getByRole('link', { name: '和这几篇案例对照着看' }).click()
  await expect(page.locator('.cmp__chips a').first()).toContainText('杭州')
  expect(await page.locator('.cmp__chips a').count()).toBeGreaterThan(1)
})

test('of a source read in part the comparison makes the weaker claim too', async ({ page }) => {
  const slug = 'alxa-industry-party-committee'
  await page.goto(`/cases/${slug}.html`)
  const row = page.locator('.metacard dl > div', { hasText: '所读部分没有写' })
  const unstated = (await row.locator('dd').textContent())?.trim()
  expect(unstated).toBeTruthy()
  await page.goto(`/compare.html?c=${slug},hangzhou`)
  await expect(page.getByText(`所读部分没有写：${unstated}`)).toBeVisible()
})

test('what cannot be had is said, and the rest is shown', async ({ page, faults }) => {
  await page.goto('/compare.html?c=hangzhou,no-such-case')
  await expect(page.getByText('有1篇取不到')).toBeVisible()
  await expect(page.getByRole('table', { name: '1篇案例对照' })).toBeVisible()
  expect(faults.splice(0).join()).toContain('404')
  await page.goto('/compare.html')
  await expect(page.getByText('还没有选案例')).toBeVisible()
})

test('a tile leads to the cases of its province; one without cases leads nowhere', async ({
  page,
}) => {
  await page.goto('/places.html')
  const map = page.getByRole('group', { name: /按大致方位/ })
  await expect(map.locator('> *')).toHaveCount(34)
  await map.getByRole('link', { name: /^浙江，\d+篇$/ }).click()
  await expect(page).toHaveURL(/\/cases\/region\/zhejiang\.html$/)
})

test('a year opens the cases of its sources, without a script as well', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/timeline.html')
  const year = page.locator('.yl > li', { hasText: '2021' }).first()
  await year.getByText(/^\d+篇案例$/).click()
  await expect(year.locator('.yl__cases li a').first()).toBeVisible()
  await context.close()
})
