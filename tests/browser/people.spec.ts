import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const shown = (page: Page) => page.locator('[data-items] > li').filter({ visible: true })

test('navigation → list → work → person → note', async ({ page }) => {
  await page.goto('/index.html')
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '榜样', exact: true })
    .click()
  await page.locator('[data-island="list"][data-awake]').waitFor()
  const all = await shown(page).count()
  expect(all).toBeGreaterThanOrEqual(10)
  await expect(page.getByRole('status')).toHaveText(`共${all}位`)

  await page.locator('[data-facet="domain"] > summary').click()
  const couriers = page.locator('[data-facet="domain"] a[data-value="delivery"]')
  const count = Number(await couriers.locator('b').textContent())
  await couriers.click()
  await expect(page).toHaveURL(/\?domain=delivery$/)
  await expect(shown(page)).toHaveCount(count)
  await expect(page.getByRole('status')).toHaveText(`共${count}位，全部${all}位`)

  await shown(page).getByRole('link', { name: '宋学文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('宋学文')
  const crumbs = page.getByRole('navigation', { name: '面包屑' })
  await expect(crumbs.getByRole('listitem')).toHaveText(['首页', '榜样', '宋学文'])
  const honours = page.getByRole('table', { name: /宋学文的荣誉/ })
  await expect(honours.getByRole('rowheader').first()).toHaveText('全国优秀共产党员')
  await expect(honours).toContainText('日期未读到')

  await honours
    .getByRole('link', { name: /^来源\d+$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#s-sxw-f\d+$/)
  await expect(page.locator('.srcs li:target')).toContainText('原文用词')
})

test('a life stands beside the deeds, on a phone between them and the sources', async ({
  page,
  viewport,
}) => {
  await page.goto('/people/song-xuewen.html')
  const box = async (part: string) => {
    const place = await page.locator(part).boundingBox()
    if (!place) throw new Error(`${part} is not to be seen`)
    return { ...place, right: place.x + place.width, bottom: place.y + place.height }
  }
  const [deeds, life, sources] = [
    await box('.person__main'),
    await box('.life'),
    await box('.srcs'),
  ]
  const record = await box('.person__info')
  expect(sources.y).toBeGreaterThan(deeds.bottom)
  if ((viewport?.width ?? 0) < 1024) {
    expect(life.y).toBeGreaterThan(deeds.bottom)
    expect(sources.y).toBeGreaterThan(life.bottom)
    expect(record.y).toBeGreaterThan(sources.bottom)
  } else {
    for (const beside of [life, record]) expect(beside.x).toBeGreaterThan(deeds.right)
    expect(life.y).toBeLessThan(deeds.y + 100)
    expect(record.y - life.bottom).toBeLessThan(60)
  }
})

test('a person is put into a study pack, with the questions', async ({ page }) => {
  await page.goto('/people/zhang-wenqiang.html')
  await page.mouse.wheel(0, 400)
  await page.locator('.person__acts [data-study="pack"]').click()
  await expect(page.locator('.person__acts [data-study="pack"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.goto('/pack.html')
  await expect(page.locator('main')).toContainText('张文强')
})

for (const [words, name] of [
  ['宋学文', '宋学文'],
  ['换电柜', '张文强'],
  ['七一勋章 赵亚夫', '赵亚夫'],
  ['深海钻机', '万步炎'],
])
  test(`search finds ${name} by ${words}`, async ({ page }) => {
    await page.goto(`/search.html?q=${encodeURIComponent(words ?? '')}`)
    await expect(
      page
        .locator(`a[href*="/people/"]`)
        .filter({ hasText: name ?? '' })
        .first(),
    ).toBeVisible()
  })

test('the words of the navigation stay on one line at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const size of ['', 'large']) {
    await page.goto('/people/index.html')
    await page.evaluate((value) => {
      document.documentElement.dataset.size = value
    }, size)
    const tops = await page
      .locator('.nav a')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)))
    expect(new Set(tops).size, size).toBe(1)
  }
})
