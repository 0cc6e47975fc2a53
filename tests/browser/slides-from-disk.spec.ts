import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { misfits, rooms } from './deck-fit.ts'
import { expect, test } from './portal.ts'

const slides = 'packs/know-the-base/slides.html'
const shown = (page: Page) => page.locator('[data-slide][data-now]')

/** Unpack what a button saves; the names of its files. */
async function unpacked(page: Page, folder: string, button: string): Promise<string[]> {
  const waiting = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: button }).click()
  const files = unzipSync(readFileSync(await (await waiting).path()))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return Object.keys(files)
}

/** The folder of a ready pack. */
async function unpackedPack(page: Page, folder: string): Promise<string[]> {
  await page.goto('/packs/know-the-base.html')
  return unpacked(page, folder, '离线包')
}

test('a pack is projected from its unpacked folder, without a network', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  const names = await unpackedPack(page, folder)
  expect(names.filter((name) => name.endsWith('.js'))).toEqual(['assets/slides.js'])
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  const asked: string[] = []
  const faults: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  const room = await context.newPage()
  await room.goto(pathToFileURL(join(folder, 'index.html')).href)
  await room.getByRole('link', { name: '放映' }).click()
  await expect(shown(room).getByRole('heading', { level: 1 })).toContainText('底数要清', {
    timeout: 20_000,
  })
  await room.keyboard.press('PageDown')
  await expect(shown(room)).toHaveAttribute('id', 's2')
  await expect(shown(room).locator('[data-left]')).toHaveText('还有60分钟')
  await room.keyboard.press('b')
  await expect(room.getByRole('button', { name: /^已黑屏/ })).toBeVisible()
  await room.keyboard.press('b')

  // The film came along with its captions, and plays before the next page comes.
  await expect
    .poll(() =>
      room
        .locator('video')
        .evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length),
    )
    .toBeGreaterThan(5)

  const opening = context.waitForEvent('page')
  await room.mouse.move(300, 300)
  await room.getByRole('button', { name: '主持人窗口' }).click()
  const host = await opening
  await expect(host.getByText('放映窗口已连上')).toBeVisible({ timeout: 20_000 })
  await host.getByRole('button', { name: '下一页' }).click()
  await expect(shown(room)).toHaveAttribute('id', 's3')
  await room.keyboard.press('Escape')
  await expect(room.getByRole('heading', { level: 1 })).toHaveText('底数要清，数字要准')
  expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([])
  expect(faults).toEqual([])
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('without a script the folder’s slides stand one below the other', async ({
  page,
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  await unpackedPack(page, folder)
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  const paper = await context.newPage()
  await paper.goto(pathToFileURL(join(folder, slides)).href)
  const all = paper.locator('[data-slide]')
  expect(await all.evaluateAll((list) => list.filter((one) => !one.checkVisibility()))).toEqual([])
  expect(await all.count()).toBeGreaterThan(10)
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a branch’s own agenda is projected from its unpacked folder, its contest as questions', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await page.goto('/packs/know-the-base.html')
  await page.getByRole('link', { name: '改议程' }).click()
  await page.locator('.meeting[data-ready]').waitFor()
  await page.getByLabel('名称').fill('测试的一次会')
  await page.getByLabel('分队比一场：知识竞赛').check()
  await page.getByText('印什么、离线带走什么').first().click()
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  const names = await unpacked(page, folder, '下载离线包（ZIP）')
  expect(names).toContain('slides.html')
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  const asked: string[] = []
  const faults: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  const room = await context.newPage()
  await room.goto(pathToFileURL(join(folder, 'index.html')).href)
  await room.getByRole('link', { name: '放映' }).click()
  await expect(shown(room).getByRole('heading', { level: 1 })).toContainText('测试的一次会', {
    timeout: 20_000,
  })
  await room.keyboard.press('PageDown')
  await expect(shown(room).locator('[aria-current="step"]')).toContainText('签到')
  // Without the portal there is no pool of questions: they are slides.
  await room.mouse.move(300, 300)
  await room.getByRole('button', { name: '跳到' }).click()
  await room.getByRole('navigation', { name: '跳到' }).getByText('自测').click()
  await expect(shown(room).getByRole('timer')).toBeVisible()
  await room.keyboard.press('PageDown')
  await expect(shown(room)).toContainText('来源：')
  const opening = context.waitForEvent('page')
  await room.mouse.move(320, 320)
  await room.getByRole('button', { name: '主持人窗口' }).click()
  const host = await opening
  await expect(host.getByText('放映窗口已连上')).toBeVisible({ timeout: 20_000 })
  await host.close()
  for (const size of rooms) {
    await room.setViewportSize(size)
    await room.evaluate(() => delete document.querySelector<HTMLElement>('.deck')?.dataset.show)
    expect(await room.evaluate(misfits), `${size.width}×${size.height}`).toEqual([])
  }
  await room.keyboard.press('Escape')
  await expect(room).toHaveURL(/index\.html$/)
  expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([])
  expect(faults).toEqual([])
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})
