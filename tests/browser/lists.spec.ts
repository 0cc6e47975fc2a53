import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const topic = (page: Page, value: string) =>
  page.locator(`[data-facet="topic"] a[data-value="${value}"]`)
const shown = (page: Page) => page.locator('[data-items] > li').filter({ visible: true })

async function openList(page: Page, address = '/cases/index.html'): Promise<void> {
  await page.goto(address)
  await page.locator('[data-island="list"][data-awake]').waitFor()
  await unfold(page, 'topic')
}

async function unfold(page: Page, facet: string): Promise<void> {
  const group = page.locator(`details[data-facet="${facet}"]`)
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
}

test('list → facet → case', async ({ page }) => {
  await openList(page)
  const all = await shown(page).count()
  await expect(topic(page, '')).toHaveAttribute('aria-current', 'true')
  const facet = topic(page, 'organizing')
  const count = Number(await facet.locator('b').textContent())
  await facet.click()
  await expect(page).toHaveURL(/\/cases\/index\.html\?topic=organizing$/)
  await expect(facet).toHaveAttribute('aria-current', 'true')
  await expect(shown(page)).toHaveCount(count)
  await expect(page.getByRole('status')).toHaveText(
    new RegExp(`^共${count}篇(，其中简讯\\d+篇)?，全部${all}篇$`),
  )

  await page.reload()
  await expect(shown(page)).toHaveCount(count)
  await expect(facet).toHaveAttribute('aria-current', 'true')

  const title = await shown(page).locator('h2').first().innerText()
  await shown(page).locator('a').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  await expect(shown(page)).toHaveCount(count)
})

test('the counts of other facets follow, and a second tap takes a choice back', async ({
  page,
}) => {
  await openList(page)
  const all = await shown(page).count()
  await topic(page, 'organizing').click()
  const regions = page.locator('[data-facet="region"] a[data-value]')
  const left = await regions.locator('b').allTextContents()
  const total = await shown(page).count()
  expect(left.map(Number).every((count) => count <= total)).toBe(true)
  expect(left.some((count) => count === '0')).toBe(true)

  await openList(page, '/cases/index.html?topic=organizing&region=zhejiang')
  const narrowed = await shown(page).count()
  expect(narrowed).toBeLessThan(total)
  expect(narrowed).toBeGreaterThan(0)
  await topic(page, '').click()
  await expect(page).toHaveURL(/\?region=zhejiang$/)
  await expect(topic(page, '')).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page).toHaveURL(/\/cases\/index\.html$/)
  await expect(shown(page)).toHaveCount(all)
  await expect(page.getByRole('link', { name: '清除筛选' })).toBeHidden()
})

test(
  'briefs stand apart, are counted, and go when nothing of them is left',
  { tag: '@any-width' },
  async ({ page }) => {
    await openList(page)
    const briefs = page.locator('[data-part="简讯"]')
    const count = await briefs.locator('li').count()
    expect(count).toBeGreaterThan(0)
    await expect(briefs.getByRole('heading')).toHaveText(`简讯 ${count}篇`)
    await expect(page.getByRole('status')).toHaveText(
      `共${await shown(page).count()}篇，其中简讯${count}篇`,
    )
    await openList(page, '/cases/index.html?measure=instructors')
    const left = await briefs.locator('li').filter({ visible: true }).count()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(count)
    await expect(briefs.getByRole('heading')).toHaveText(`简讯 ${left}篇`)
    await openList(page, '/cases/index.html?measure=appraisal')
    expect(await shown(page).count()).toBeGreaterThan(0)
    await expect(briefs).toBeHidden()
  },
)

test('the card of a case leads to others that took the same measure, and to its sources', async ({
  page,
}) => {
  await page.goto('/cases/hangzhou-contact-points.html')
  const card = page.getByRole('complementary', { name: '案例信息' })
  await card
    .getByRole('link', { name: /^来源\d+$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#s-hz-f04$/)
  await card.getByRole('link', { name: '联系点', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('联系点')
  expect(await page.locator('.mt tbody tr').count()).toBeGreaterThan(1)
})

test(
  'cases that come with a chart are found by what they come with',
  { tag: '@any-width' },
  async ({ page }) => {
    await openList(page, '/cases/index.html?form=chart')
    const found = await shown(page).count()
    expect(found).toBeGreaterThan(3)
    await expect(shown(page).filter({ hasText: '含图表' })).toHaveCount(found)
    await page.goto('/cases/form/chart.html')
    await expect(shown(page)).toHaveCount(found)
  },
)

test('a folded group says what is chosen in it', async ({ page }) => {
  await page.goto('/cases/index.html?region=zhejiang')
  await page.locator('[data-island="list"][data-awake]').waitFor()
  const region = page.locator('details[data-facet="region"]')
  await expect(region).toHaveAttribute('open')
  await expect(region.locator('summary')).toContainText('浙江省')
  await expect(page.locator('details[data-facet="topic"]')).not.toHaveAttribute('open')
  await expect(page.locator('details[data-facet="topic"] summary')).toContainText('全部')
})

test(
  'an unknown value in the address shows an empty list that can be cleared',
  { tag: '@any-width' },
  async ({ page }) => {
    await openList(page, '/cases/index.html?topic=%3Cscript%3E')
    await expect(shown(page)).toHaveCount(0)
    await page.getByRole('link', { name: '清除筛选' }).click()
    expect(await shown(page).count()).toBeGreaterThan(0)
  },
)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a facet is a page of its own', async ({ page }) => {
    await page.goto('/cases/index.html')
    await unfold(page, 'topic')
    const facet = topic(page, 'organizing')
    const count = Number(await facet.locator('b').textContent())
    await facet.click()
    await expect(page).toHaveURL(/\/cases\/topic\/organizing\.html$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('组织力')
    await expect(shown(page)).toHaveCount(count)
    await expect(topic(page, 'organizing')).toHaveAttribute('aria-current', 'true')
    await page.getByRole('link', { name: '看全部' }).click()
    await expect(page).toHaveURL(/\/cases\/index\.html$/)
  })
})

test('a page of one value marks that value, and not the whole list', async ({ page }) => {
  await page.goto('/people/index.html')
  await expect(page.locator('.facets [data-value=""]')).toHaveAttribute('aria-current', 'true')
  for (const address of ['/people/honour/shi-dai-kai-mo.html', '/cases/topic/organizing.html']) {
    await page.goto(address)
    await expect(page.locator('.facets [aria-current]'), address).toHaveCount(1)
    await expect(page.locator('.facets [aria-current]')).not.toHaveAttribute('data-value', '')
  }
})

test('the list opens into its map and its years, and a topic into its own cases', async ({
  page,
}) => {
  await page.goto('/cases/index.html')
  const map = page.getByRole('group', { name: /按大致方位/ })
  await expect(map).toBeHidden()
  await page.locator('.view summary', { hasText: '各地案例' }).click()
  await expect(map).toBeVisible()
  await page.locator('.view summary', { hasText: '年表' }).click()
  await expect(page.getByText(/^\d{4}年到\d{4}年：\d+个组织写明了成立年份/)).toBeVisible()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await map.getByRole('link', { name: /^浙江，\d+篇$/ }).click()
  await expect(page).toHaveURL(/\/cases\/region\/zhejiang\.html$/)

  await page.goto('/topics/organizing.html')
  const tile = map.getByRole('link', { name: /^浙江，/ })
  const count = Number(/，(\d+)篇/.exec((await tile.getAttribute('aria-label')) ?? '')?.[1])
  await tile.click()
  const row = page.locator('tr:target')
  await expect(row).toBeInViewport()
  await expect(row.getByRole('link')).toHaveCount(count)
})
