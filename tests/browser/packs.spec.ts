import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const address = '/packs/know-the-base.html'

test('a secretary finds the year, opens a pack, and starts their own from it', async ({ page }) => {
  test.slow()
  await page.goto('/training/index.html')
  await page.getByRole('link', { name: '全年学习包' }).first().click()
  await page.getByRole('link', { name: '底数要清，数字要准' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('底数要清，数字要准')
  await expect(page.getByRole('img', { name: /^60分钟怎样分：签到3分钟/ })).toBeVisible()
  const minutes = await page.locator('.ag-list .m').allInnerTexts()
  expect(minutes.reduce((sum, text) => sum + parseInt(text, 10), 0)).toBe(60)
  await expect(page.locator('.pk-q > li')).toHaveCount(3)

  await page.getByRole('link', { name: '改议程' }).click()
  await page.locator('.meeting[data-ready]').waitFor()
  await expect(page.getByLabel('名称')).toHaveValue('底数要清，数字要准')
  await expect(page.getByText('正好60分钟')).toBeVisible()
  const rows = page.locator('.ce-list > li')
  await expect(rows.first().getByLabel('类别')).toHaveValue('签到')
  await expect(page.locator('.ce-list')).toContainText('材料里带来3题')
  // It is this browser's own now: a change stays.
  const count = await rows.count()
  await page.getByRole('button', { name: '移出：在签到表上签名' }).click()
  await page.reload()
  await page.locator('.meeting[data-ready]').waitFor()
  await expect(rows).toHaveCount(count - 1)
  await expect(page.getByText('差3分钟').first()).toBeVisible()
  // The sheets hold the pack's own questions, not those of every text.
  await expect(page.locator('[aria-labelledby="sheet-talk"] ol > li')).toHaveCount(3)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a pack put together before is not lost unasked', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await page.getByRole('button', { name: '加入议程' }).click()
  await expect(page.getByRole('button', { name: '已在议程' })).toBeVisible()
  await page.goto(address)
  await page.getByRole('link', { name: '改议程' }).click()
  await page.locator('.meeting[data-ready]').waitFor()
  await expect(page.getByText('这台设备上还有1次会')).toBeVisible()
  await page.getByRole('link', { name: '支部的一年' }).first().click()
  await expect(page.locator('.yr-list > li')).toHaveCount(2)
})

test('the folder to take along holds the sheets, the texts and the pack itself', async ({
  page,
}) => {
  await page.goto(address)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '离线包' }).click()
  const files = unzipSync(readFileSync(await (await waiting).path()))
  await expect(page.getByText(/打包好了，约.*MB/)).toBeVisible()
  const read = (name: string) => new TextDecoder().decode(files[name])
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'index.html',
      'packs/know-the-base.html',
      'packs/know-the-base/slides.html',
      'media/films/know-the-base.mp4',
      'cases/hangzhou-smart-database.html',
      'training/read-a-case/know-the-base.html',
      'videos/know-the-base.html',
    ]),
  )
  // The projector; nothing else of the folder runs.
  expect(Object.keys(files).filter((name) => name.endsWith('.js'))).toEqual(['assets/slides.js'])
  const { document } = parseHTML(read('index.html'))
  const rows = [...document.querySelectorAll('.sheet:first-of-type tbody tr')]
  expect(rows.map((row) => row.querySelector('td')?.textContent)).toContain('0:26')
  expect(rows).toHaveLength(7)
  expect(document.querySelector('#sheet-sign')?.textContent).toBe('签到表')
  expect(document.querySelectorAll('[hidden]')).toHaveLength(0)
})

test('on paper the agenda and the questions stand, and nothing to press', async ({ page }) => {
  await page.goto(address)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: '三个问题' })).toBeVisible()
  await expect(page.locator('.ag-list')).toBeVisible()
  await expect(page.getByRole('link', { name: '改议程' })).toBeHidden()
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
})
