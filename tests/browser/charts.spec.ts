import { expect, test } from './portal.ts'

test('a chart leads to its sources, its data and its file', async ({ page, request }) => {
  await page.goto('/data.html')
  const card = page.getByRole('region', { name: '600余家企业入库，63家是市级重点' }).first()
  await expect(card.getByRole('img')).toHaveAccessibleName('600余家圆点，其中市级重点63家')
  await expect(card.getByRole('table')).toBeHidden()
  await card.getByText('看数据表').click()
  await expect(card.getByRole('cell', { name: '600余家企业' })).toBeVisible()

  const csv = await request.get(
    (await card.getByRole('link', { name: '下载CSV' }).getAttribute('href')) ?? '',
  )
  expect(csv.status()).toBe(200)
  expect(await csv.text()).toContain('入库,600余家企业,截至刊发时（2021年9月13日）,光明网-党建频道')

  await card.getByRole('link', { name: /^来源/ }).click()
  await expect(page).toHaveURL(/\/charts\/hangzhou-database\.html#sources$/)
  await expect(page.locator('#sources')).toBeInViewport()
})

test('the lead case shows its chart, and the case holds it where it speaks of it', async ({
  page,
}) => {
  await page.goto('/index.html')
  await page.locator('.home-facts__pic').getByRole('link').click()
  await expect(page).toHaveURL(/\/charts\/hangzhou-database\.html$/)
  await page.locator('.chart__used').getByRole('link').first().click()
  const figure = page.getByRole('figure').first()
  await expect(figure).toContainText('图1')
  await expect(figure.getByRole('img').filter({ visible: true })).toHaveCount(1)
})

test('what is not yet known is drawn hollow in every display', async ({ page }) => {
  await page.goto('/charts/hangzhou-database.html')
  for (const display of [{}, { theme: 'dark' }, { contrast: 'more' }]) {
    await page.evaluate((chosen) => {
      for (const [name, value] of Object.entries(chosen))
        document.documentElement.setAttribute(`data-${name}`, value)
    }, display)
    const look = await page
      .locator('svg.plot:visible .c-ln rect')
      .first()
      .evaluate((mark) => ({
        fill: getComputedStyle(mark).fill,
        stroke: getComputedStyle(mark).stroke,
      }))
    expect(look.fill).toBe('none')
    expect(look.stroke).not.toBe('none')
  }
})
