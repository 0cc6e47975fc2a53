import type { Locator, Page } from '@playwright/test'
import { expect, test } from './portal.ts'

/** What readers are used to: results that stay where they were, keys that count, honest words. */

async function openDialog(page: Page, address = '/cases/hangzhou.html'): Promise<Locator> {
  await page.goto(address)
  await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await expect(field(dialog)).toBeFocused()
  return dialog
}
const field = (scope: Locator) => scope.getByRole('textbox', { name: '搜索全站' })
const hits = (scope: Locator) => scope.locator('.hit')

test('Back from a result of the page returns to its rows and its place', async ({ page }) => {
  await page.goto('/search.html?q=党建')
  const here = page.locator('.search-here')
  await here.getByRole('button', { name: /^再看/ }).click()
  await expect(hits(here)).toHaveCount(20)
  const row = here.locator('[data-hit]').nth(14)
  const address = await row.getAttribute('href')
  await row.scrollIntoViewIfNeeded()
  await row.click()
  await page.waitForURL(`**${address}`)
  await page.goBack()
  await expect(hits(here)).toHaveCount(20)
  await expect(page.locator(`[data-hit][href="${address}"]`)).toBeInViewport()
  await expect(page.locator(`[data-hit][href="${address}"]`)).toBeFocused()
})

test('Back from a result of the dialog opens it as it was left', async ({ page }) => {
  const dialog = await openDialog(page)
  await field(dialog).fill('党建')
  await dialog.getByRole('button', { name: /^再看/ }).click()
  await expect(hits(dialog)).toHaveCount(20)
  const row = dialog.locator('[data-hit]').nth(12)
  const address = await row.getAttribute('href')
  await row.click()
  await page.waitForURL(`**${address}`)
  await page.goBack()
  await expect(field(dialog)).toHaveValue('党建')
  await expect(hits(dialog)).toHaveCount(20)
  await expect(dialog.locator(`[data-hit][href="${address}"]`)).toBeInViewport()
  // Closed by the reader it is not opened again.
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('an Enter pressed before there are results is kept', async ({ page }) => {
  test.skip(
    (page.viewportSize()?.width ?? 0) < 600,
    'a touch screen puts its keyboard away instead',
  )
  await page.route(/\/search\/[gt]-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  const dialog = await openDialog(page)
  await field(dialog).fill('联系点')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/contact-points\.html/)
})

test('Enter opens what is near, and never what was only guessed', async ({ page }) => {
  test.skip(
    (page.viewportSize()?.width ?? 0) < 600,
    'a touch screen puts its keyboard away instead',
  )
  const dialog = await openDialog(page)
  await field(dialog).fill('网络工益')
  await expect(dialog.getByText('你是不是要找“网络公益”')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(500)
  await expect(page).toHaveURL(/cases\/hangzhou\.html$/)
  await field(dialog).fill('联系点是怎么建立的')
  await expect(dialog.getByText('没有完全一样的，下面是相近的')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/contact-points\.html/)
})

test('the title of the page carries the query', { tag: '@any-width' }, async ({ page }) => {
  await page.goto('/search.html?q=联系点')
  await expect(page).toHaveTitle(/^“联系点” - 搜索/)
  const here = page.locator('.search-here')
  await field(here).fill('公益')
  await expect(page).toHaveTitle(/^“公益” - 搜索/)
  await field(here).fill('')
  await expect(page).toHaveTitle(/^搜索/)
})

test('what the dialog shows can be passed on', async ({ page }) => {
  const dialog = await openDialog(page)
  await field(dialog).fill('公益')
  await dialog
    .getByRole('group', { name: '按类型筛选' })
    .getByRole('button', { name: /^案例/ })
    .click()
  await dialog.getByRole('link', { name: /在单独的页面看/ }).click()
  const query = `q=${encodeURIComponent('公益')}&kind=${encodeURIComponent('案例')}`
  await expect(page).toHaveURL(`/search.html?${query}`)
  await expect(hits(page.locator('.search-here')).first().locator('.kind b')).toHaveText('案例')
})

test('words are marked on the page that a row leads to, until they are cleared', async ({
  page,
}) => {
  const dialog = await openDialog(page, '/index.html')
  await field(dialog).fill('领导干部联系')
  await dialog.locator('[data-hit][href*="contact-points"]').first().click()
  await page.waitForURL(/contact-points/)
  // The server is told nothing of the words.
  expect(new URL(page.url()).search).toBe('')
  const marks = page.locator('main mark[data-found]')
  await expect(marks.first()).toBeVisible()
  const bar = page.locator('.found-bar')
  await expect(bar).toContainText('“领导干部联系”')
  await bar.getByRole('button', { name: '下一处' }).click()
  await expect(page.locator('mark.is-current').first()).toBeInViewport()
  await bar.getByRole('button', { name: '清除标记' }).click()
  await expect(marks).toHaveCount(0)
  await expect(bar).toHaveCount(0)
  await page.reload()
  await expect(marks).toHaveCount(0)
})

for (const words of ['👍', '？？', '——'])
  test(`${words} is no query`, { tag: '@any-width' }, async ({ page }) => {
    const dialog = await openDialog(page)
    await field(dialog).fill(words)
    await page.waitForTimeout(400)
    await expect(dialog.getByText('看全部内容')).toBeVisible()
    await expect(dialog.getByText('没有找到')).toHaveCount(0)
    await field(dialog).fill(`网络公益${words}`)
    await expect(hits(dialog).first()).toContainText('网络公益')
  })

test('letters are answered when they mean something', { tag: '@any-width' }, async ({ page }) => {
  const dialog = await openDialog(page)
  const shown: string[] = []
  for (const letter of 'wangluogongyi') {
    await field(dialog).pressSequentially(letter, { delay: 60 })
    shown.push(await dialog.locator('.dialog__body').innerText())
  }
  await expect(hits(dialog).first()).toContainText('网络公益')
  expect(shown.filter((text) => /没有找到|题目相近/.test(text))).toEqual([])
})

test(
  'when nothing of the index can be read it says so',
  { tag: '@any-width' },
  async ({ page, faults }) => {
    await page.route(/\/search\/(?!manifest)/, (route) => route.abort())
    const dialog = await openDialog(page)
    await field(dialog).fill('联系点')
    await expect(dialog.getByText('没能查“联系点”')).toBeVisible()
    await expect(dialog.getByText('没有找到')).toHaveCount(0)
    await page.unroute(/\/search\/(?!manifest)/)
    await dialog.getByRole('button', { name: '再试一次' }).click()
    await expect(hits(dialog).first()).toBeVisible()
    faults.length = 0
  },
)

test('a file that never comes is given up', { tag: '@any-width' }, async ({ page, faults }) => {
  test.setTimeout(60_000)
  await page.route(/\/search\/t-/, () => undefined)
  const dialog = await openDialog(page)
  await field(dialog).fill('联系点')
  await expect(dialog.getByRole('button', { name: '再试一次' })).toBeVisible({ timeout: 30_000 })
  await expect(dialog.getByText('没有找到')).toHaveCount(0)
  faults.length = 0
})

test('the list of everything folds away once the field works', async ({ page }) => {
  await page.goto('/search.html')
  const list = page.locator('#all')
  await expect(field(page.locator('.search-here'))).toBeVisible()
  await expect(list).not.toHaveAttribute('open')
  await page.locator('.search-here').getByRole('link', { name: '看全部内容' }).click()
  await expect(list).toHaveAttribute('open')
  await expect(list.getByRole('link').first()).toBeVisible()
})

test('rows stand in the column of the field', async ({ page }) => {
  await page.goto('/search.html?q=公益')
  const here = page.locator('.search-here')
  await expect(hits(here).first()).toBeVisible()
  const [row, column] = [await hits(here).first().boundingBox(), await here.boundingBox()]
  const input = await here.locator('form.field').boundingBox()
  expect(Math.round(row?.x ?? 0)).toBe(Math.round(input?.x ?? -1))
  expect(Math.round((row?.x ?? 0) + (row?.width ?? 0))).toBe(
    Math.round((input?.x ?? 0) + (input?.width ?? -1)),
  )
  expect(column?.width).toBeGreaterThan(0)
})

/** Ten questions as readers type them, with a page that one of the first rows leads to. */
const asked: [query: string, page: RegExp][] = [
  ['联系点是怎么建立的', /contact-points/],
  ['600家', /hangzhou-(?:smart-)?database/],
  ['个保法', /train-pipl/],
  ['互联网公益', /online-charity/],
  ['浙江 行业党委', /hangzhou/],
  ['五千步', /xihuhui/],
  ['斗鱼有多少名党员', /douyu/],
  ['网络gongyi', /online-charity/],
  ['两千多家互联网企业', /wuhan/],
  ['网站日志要保存多长时间', /operator-duties|train-cybersecurity-law/],
]

test(
  'ten questions are answered among the first five rows',
  { tag: '@any-width' },
  async ({ page }) => {
    const dialog = await openDialog(page)
    for (const [query, leads] of asked) {
      await field(dialog).fill('')
      await field(dialog).fill(query)
      await expect(dialog.getByRole('status'), query).not.toBeEmpty()
      await expect
        .poll(
          async () => {
            const links = await dialog.locator('[data-hit]').all()
            const addresses = await Promise.all(
              links.slice(0, 5).map((link) => link.getAttribute('href')),
            )
            return addresses.some((address) => leads.test(address ?? ''))
          },
          { message: query },
        )
        .toBe(true)
    }
  },
)
