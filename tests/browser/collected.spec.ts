import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { lendTo } from '../collected.ts'
import { copyShortEdition } from '../edition.ts'
import { accessibilityFaults } from './accessibility.ts'

/** A portal that collected cases of two others, built and served. */
const root = mkdtempSync(join(tmpdir(), 'portal-collected-'))
const output = join(root, 'dist')
const port = Number(process.env.PORTAL_PORT ?? 4319) + 60
const here = `http://localhost:${port}`
let server: ChildProcess

/** Fails when a page complains, or asks another origin for anything before a reader goes there. */
const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context }, use) => {
      const faults: string[] = []
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      context.on('weberror', (error) => faults.push(String(error.error())))
      context.on('request', (request) => {
        if (!request.url().startsWith(`${here}/`)) faults.push(`asked ${request.url()}`)
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

// One build for all of them.
test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  test.setTimeout(240_000)
  copyShortEdition(root)
  lendTo(root)
  const built = spawnSync(process.execPath, ['scripts/build.js', '--no-check', '--out', output], {
    encoding: 'utf8',
    env: { ...process.env, PORTAL_ROOT: root },
  })
  expect(built.status, built.stdout + built.stderr).toBe(0)
  const command = ['--no-install', 'tsx', 'scripts/serve.ts', '--port', `${port}`, '--dir', output]
  server = spawn('npx', command, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  await new Promise((ready) => server.stdout?.once('data', ready))
})

test.afterAll(() => {
  if (server?.pid) process.kill(-server.pid)
  rmSync(root, { recursive: true, force: true })
})

test('list → one portal → its case, which leads to where it was published @any-width', async ({
  page,
  faults,
}) => {
  await page.goto(`${here}/cases/region/zhejiang.html`)
  const list = page.locator('main')
  await expect(list.getByRole('status')).toHaveText(/^\s*共\d+篇（本站\d+篇，汇集27篇）/)
  await list.getByText('门户', { exact: true }).click()
  await list.getByRole('link', { name: /^宁波测试门户/ }).click()
  await expect(page).toHaveURL(`${here}/cases/origin/ningbo.html`)
  await expect(list.getByRole('status')).toHaveText('共26篇（都是汇集来的），其中简讯1篇')
  const row = list.getByRole('listitem').filter({ hasText: '先摸底，再定联系人（测试）' })
  await expect(row).toContainText('来自：宁波测试门户')
  await expect(row).toContainText('2026年6月2日更正过')
  await expect(row).toContainText('AI生成内容标识：摘要由工具起草，编辑改过。')
  const link = row.getByRole('link', {
    name: /^先摸底，再定联系人（测试）\s*（来自：宁波测试门户）$/,
  })
  await expect(link).toHaveAttribute('href', 'https://ningbo.test/cases/points.html')
  expect(faults).toEqual([])
})

test('search narrows to a portal, and a hit leads to where it was published @any-width', async ({
  page,
  faults,
}) => {
  const there = {
    contentType: 'text/html',
    body: '<meta charset="utf-8"><title>原来的页面</title>',
  }
  await page.route('https://ningbo.test/**', (route) => route.fulfill(there))
  await page.goto(`${here}/search.html?q=${encodeURIComponent('联系')}`)
  await page.getByText('更多筛选').click()
  await page.getByRole('group', { name: '按来源门户筛选' }).getByText('宁波测试门户').click()
  const hit = page.locator('main .hit').first()
  await expect(page.locator('main .hit')).toHaveCount(1)
  await expect(hit).toContainText('来自：宁波测试门户')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).last().fill('象山海岸')
  await expect(hit.locator('mark').first()).toContainText('象山')
  // A pointer on a link to another site asks nothing of it.
  await hit.getByRole('link').hover()
  await page.waitForTimeout(500)
  expect(faults).toEqual([])
  await hit.getByRole('link').click()
  await expect(page).toHaveURL(/^https:\/\/ningbo\.test\/cases\/points\.html#/)
  await expect(page).toHaveTitle('原来的页面')
  faults.length = 0
})

test('a measure’s table → one of ours and one of theirs side by side @any-width', async ({
  page,
}) => {
  await page.goto(`${here}/cases/measure/contact-points.html`)
  await page.getByRole('checkbox', { name: /^对照.*宁波联系点$/ }).check()
  await page.getByRole('checkbox', { name: /^对照.*杭州行业党委$/ }).check()
  await page.getByRole('button', { name: '把勾选的放在一起看' }).click()
  const table = page.getByRole('table', { name: '2篇案例对照' })
  await expect(table.getByRole('row', { name: /^来自/ }).getByRole('cell')).toHaveText([
    '宁波测试门户',
    '本站',
  ])
  await expect(table.getByRole('row', { name: /^联系点/ })).toContainText('一家企业一个联系人。')
  await expect(table.getByRole('link', { name: '宁波联系点' })).toHaveAttribute(
    'href',
    'https://ningbo.test/cases/points.html',
  )
  await page.getByRole('link', { name: '去掉：宁波联系点' }).click()
  await expect(page.locator('.cmp__chips a')).toHaveCount(1)
})

for (const path of [
  'cases/region/zhejiang.html',
  'cases/origin/shaoxing.html',
  'cases/measure/contact-points.html',
  'compare.html?c=hangzhou,ningbo:points,shaoxing:points',
  'measures.html',
  'places.html',
  'timeline.html',
  'topics/organizing.html',
])
  test(`${path} is accessible, and fits 320 px @any-width`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${here}/${path}`)
    await page.locator('main a').first().waitFor()
    if (path.startsWith('compare')) await page.locator('.cmp').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(320)
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every collected case is reached and says whose it is @any-width', async ({ page }) => {
    await page.goto(`${here}/cases/origin/shaoxing.html`)
    const row = page.locator('main [data-items] > li')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('绍兴的<b>一篇</b>（测试）')
    await expect(row).toContainText('来自：绍兴测试门户')
    await expect(row.getByRole('link')).toHaveAttribute(
      'href',
      'https://shaoxing.test/party/cases/points.html',
    )
  })
})
