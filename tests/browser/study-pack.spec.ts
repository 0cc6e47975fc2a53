import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

async function add(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: '加入议程' }).click()
  await expect(page.getByRole('button', { name: '已在议程' })).toBeVisible()
}

async function openPack(page: Page): Promise<void> {
  await page.goto('/pack.html')
  await page.locator('.meeting[data-ready]').waitFor()
}

/** What is printed and taken along. */
async function openSheets(page: Page): Promise<void> {
  await page.locator('.ag-sheets').evaluate((part: HTMLDetailsElement) => (part.open = true))
}

const rowsOf = (page: Page) => page.locator('.ce-list > li')

/** The address of a pack of a case, a video and a lesson, as a secretary makes it. */
async function makePack(page: Page): Promise<string> {
  await add(page, '/cases/hangzhou.html')
  await add(page, '/videos/hangzhou-chaotou.html')
  await add(page, '/training/read-a-case/contact-points.html')
  await openPack(page)
  await page.getByLabel('名称').fill('十二月支部学习')
  await page.getByLabel('名称').blur()
  await page.getByLabel('日期').fill('2026-12-10')
  await page.getByRole('button', { name: /^上移：联系点怎么建/ }).click()
  await expect(rowsOf(page).nth(1)).toContainText('联系点怎么建')
  await rowsOf(page).first().getByLabel('分钟', { exact: true }).fill('15')
  await rowsOf(page).first().getByLabel('分钟', { exact: true }).blur()
  await page.getByRole('button', { name: '复制链接' }).click()
  await expect(page.getByText('链接已复制')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('a pack is put together, kept, and opened by its link on a fresh browser', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const address = await makePack(page)
  await page.reload()
  await page.locator('.meeting[data-ready]').waitFor()
  await expect(rowsOf(page)).toHaveCount(3)
  expect(await accessibilityFaults(page)).toEqual([])

  const other = await browser.newContext({ baseURL })
  const guest = await other.newPage()
  const asked: string[] = []
  guest.on('request', (request) => asked.push(request.url()))
  await guest.goto(address)
  await guest.locator('.meeting[data-ready]').waitFor()
  await openSheets(guest)
  await guest.getByLabel('在下面看看样子').check()
  await expect(guest.getByRole('heading', { name: '十二月支部学习：议程' })).toBeVisible()
  const rows = guest.locator('.sheet').first().locator('tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('0:15')
  await expect(guest.getByRole('heading', { name: '自测题', exact: true })).toBeVisible()
  await expect(guest.locator('.signin tbody tr')).toHaveCount(20)
  // What must be known of a text comes along, and its sources under the numbers its marks name.
  await expect(guest.locator('#hand-1 .notices')).toContainText('更正')
  const marks = await guest.locator('#hand-1 .fn').allInnerTexts()
  const sources = guest.locator('[aria-labelledby="sheet-src"] ol').first()
  for (const mark of new Set(marks))
    await expect(sources.locator('li > b').getByText(mark, { exact: true })).toHaveCount(1)
  expect(asked.filter((url) => url.includes('meeting=') || url.includes('%E5%8D%81'))).toEqual([])

  await guest.goto('/index.html')
  await guest.goto(address.slice(0, -3))
  await expect(guest.getByRole('alert')).toContainText('这个链接不完整')
  await guest.goto('/index.html')
  await guest.goto(address)
  await guest.getByRole('button', { name: '存到这台设备来改' }).click()
  await guest
    .getByRole('button', { name: /^移出：/ })
    .first()
    .click()
  await openPack(guest)
  await expect(rowsOf(guest)).toHaveCount(2)
  await other.close()
})

test('a course or topic gives its parts', async ({ page }) => {
  await add(page, '/training/read-a-case/index.html')
  await openPack(page)
  await expect(rowsOf(page)).toHaveCount(6)
})

test('the sheets print, each on its own page, in large type on request', async ({ page }) => {
  await makePack(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '下载离线包（ZIP）' })).toBeHidden()
  await expect(page.locator('.foot ul')).toBeHidden()
  const breaks = await page
    .locator('.sheet')
    .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).breakBefore))
  expect(breaks.length).toBeGreaterThanOrEqual(8)
  expect(breaks.slice(1).every((value) => value === 'page')).toBe(true)
  const size = () =>
    page
      .locator('.sheet .prose p')
      .first()
      .evaluate((text) => parseFloat(getComputedStyle(text).fontSize))
  const standard = await size()
  await page.emulateMedia({ media: 'screen' })
  await openSheets(page)
  await page.getByLabel('大字', { exact: true }).check()
  await page.getByRole('checkbox', { name: '签到表' }).uncheck()
  await page.emulateMedia({ media: 'print' })
  expect(await size()).toBeGreaterThan(standard * 1.3)
  await expect(page.locator('.signin')).toHaveCount(0)
})

test.describe('the offline zip', () => {
  let folder: string
  test.beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'pack-'))))
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('opens from disk with JavaScript off, and reads whole', async ({ page, browser }) => {
    await makePack(page)
    await openSheets(page)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载离线包（ZIP）' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('chaotou-pack-2026-12-10.zip')
    const files = unzipSync(readFileSync(await download.path()))
    for (const [name, bytes] of Object.entries(files)) {
      expect(name).toMatch(/^[\w./-]+$/)
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    expect(Object.keys(files).filter((name) => /\.(js|mp4)$/.test(name))).toEqual([
      'assets/slides.js',
    ])
    expect(new TextDecoder().decode(files['slides.html'])).toContain('十二月支部学习')

    const disk = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const reader = await disk.newPage()
    const failed: string[] = []
    const asked: string[] = []
    reader.on('requestfailed', (request) => failed.push(request.url()))
    reader.on('request', (request) => asked.push(request.url()))
    await reader.goto(pathToFileURL(join(folder, 'index.html')).href)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('十二月支部学习')
    await expect(reader.locator('.signin tbody tr')).toHaveCount(20)
    // The stylesheet came along: the body is not on the browser's plain white.
    const paper = reader.locator('body')
    await expect(paper).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
    for (const title of ['联系点怎么建', '潮头', '统筹互联网党建']) {
      await reader.locator('ol.packlist a', { hasText: title }).first().click()
      await expect(reader.getByRole('heading', { level: 1 })).toContainText(
        title === '潮头' ? '潮头' : title.slice(0, 3),
      )
      expect(await reader.locator('.prose').first().innerText()).toMatch(/.{40}/)
      await expect(reader.getByRole('button').filter({ visible: true })).toHaveCount(0)
      await reader.locator('.brand').click()
      await expect(reader).toHaveURL(/index\.html$/)
    }
    await reader.locator('ol.packlist a', { hasText: '联系点' }).click()
    await reader.locator('fieldset.q summary').first().click()
    await expect(reader.locator('fieldset.q details p').first()).toBeVisible()
    expect(failed).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file://'))).toEqual([])
    await disk.close()
  })

  test('takes films along on request, and says so where it did not', async ({ page }) => {
    await add(page, '/videos/know-the-base.html')
    await openPack(page)
    await expect(page.locator('.sheet .lines')).toContainText('底数')
    const names = async () => {
      const waiting = page.waitForEvent('download')
      await openSheets(page)
      await page.getByRole('button', { name: '下载离线包（ZIP）' }).click()
      const files = unzipSync(readFileSync(await (await waiting).path()))
      const html = new TextDecoder().decode(files['videos/know-the-base.html'])
      return { films: Object.keys(files).filter((name) => name.endsWith('.mp4')), html }
    }
    const without = await names()
    expect(without.films).toEqual([])
    expect(without.html).toContain('影片没有放进这个离线包')
    await page.getByLabel('打包时带上1部影片').check()
    const along = await names()
    expect(along.films).toEqual(['media/films/know-the-base.mp4'])
    expect(along.html).toContain('src="../media/films/know-the-base.mp4"')
    expect(along.html).not.toContain('影片没有放进这个离线包')
  })
})

/** Parts that refer to others by an id which no element of the page has, and ids that several have. */
function brokenIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place)
    const asked = [...document.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].flatMap(({ name, value }) =>
        ['aria-labelledby', 'aria-describedby', 'for'].includes(name)
          ? value.split(' ')
          : [...value.matchAll(/url\("?#([^")]+)/g)].map(([, id = '']) => id),
      ),
    )
    return [...twice, ...asked.filter((id) => !ids.includes(id))]
  })
}

test('charts are drawn in a pack: on screen, on paper and in the folder', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await add(page, '/cases/hangzhou.html')
  await add(page, '/cases/changchun-internet-federation.html')
  await openPack(page)
  const filled = page.locator('.sheet svg [fill^="url(#"]')
  expect(await filled.count()).toBeGreaterThan(0)
  expect(await brokenIds(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await brokenIds(page)).toEqual([])
  await page.emulateMedia({ media: 'screen' })

  await openSheets(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载离线包（ZIP）' }).click()
  const files = unzipSync(readFileSync(await (await waiting).path()))
  const folder = mkdtempSync(join(tmpdir(), 'pack-charts-'))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  // A folder from disk is nobody's origin, and asks nothing of the portal's.
  const disk = await browser.newContext()
  const opened = await disk.newPage()
  for (const path of Object.keys(files).filter((path) => path.endsWith('.html'))) {
    await opened.goto(pathToFileURL(join(folder, path)).href)
    expect(await brokenIds(opened), path).toEqual([])
  }
  await opened.goto(pathToFileURL(join(folder, 'index.html')).href)
  expect(await opened.locator('.sheet svg [fill^="url(#"]').count()).toBeGreaterThan(0)
  await disk.close()
  rmSync(folder, { recursive: true, force: true })
})
