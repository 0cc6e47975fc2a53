import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { tinyPng } from '../../src/rules/handbook/media.ts'

const root = join(mkdtempSync(join(tmpdir(), 'preview-')), 'portal')
const port = Number(process.env.PORTAL_PORT ?? 4319) + 41
const address = `http://localhost:${port}`
const file = join(root, 'content/cases/draft-case.md')
let server: ChildProcess

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(90_000)
  cpSync('tests/fixtures/portal', root, { recursive: true })
  const env = { ...process.env, PORTAL_ROOT: root, NODE_ENV: 'development' }
  server = spawn('npx', ['--no-install', 'vitepress', 'dev', '.', '--port', String(port)], {
    env,
    detached: true,
    stdio: 'ignore',
  })
  await expect(async () => expect((await fetch(address)).ok).toBe(true)).toPass({ timeout: 60_000 })
})

test.afterAll(() => {
  if (server.pid !== undefined) process.kill(-server.pid)
  rmSync(root, { recursive: true, force: true })
})

test('a page shows what the check says of it, line by line, and follows each save', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const text = readFileSync(file, 'utf8')
  const panel = page.locator('.preview')
  await page.goto(`${address}/cases/draft-case.html`, { timeout: 60_000 })
  await expect(panel).toContainText('草稿', { timeout: 30_000 })

  // A half-width comma in Chinese.
  writeFileSync(file, `${text}\n刚刚保存的一段,有一个半角逗号。\n`)
  await expect(page.getByText('刚刚保存的一段').first()).toBeVisible()
  await expect(panel).toContainText('punctuation-is-full-width')
  const line = `${text}\n刚刚`.split('\n').length
  await expect(panel.getByRole('button', { name: `第${line}行` })).toBeVisible()

  // A file that cannot be read is a page all the same, and comes back when it is mended.
  writeFileSync(file, text.replace('title:', 'titel:'))
  await expect(page.locator('main')).toContainText('这个文件还读不成页面', { timeout: 15_000 })
  await expect(page.locator('main')).toContainText('你是不是要写 title？')
  await expect(panel).toContainText('field-is-known')
  writeFileSync(file, text)
  await expect(page.locator('main')).not.toContainText('这个文件还读不成页面', {
    timeout: 15_000,
  })
  await expect(panel).not.toContainText('field-is-known')
})

test('the last of a burst of saves is shown, and so is a file that has just been written', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const text = readFileSync(file, 'utf8')
  await page.goto(`${address}/cases/draft-case.html`, { timeout: 60_000 })
  await expect(page.locator('.preview')).toContainText('草稿', { timeout: 30_000 })
  // While the page answers one save, it misses none of the next.
  for (let save = 1; save <= 12; save++) {
    writeFileSync(file, `${text}\n连着保存第${save}次。\n`)
    await page.waitForTimeout(save * 12)
  }
  await expect(page.getByText('连着保存第12次。')).toBeVisible({ timeout: 15_000 })

  const written = join(root, 'content/cases/new-case.md')
  writeFileSync(written, text.replace(/^title: .*$/m, 'title: 刚刚新建的草稿'))
  await expect(async () => {
    await page.goto(`${address}/cases/new-case.html`)
    await expect(page.locator('h1')).toHaveText('刚刚新建的草稿', { timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  rmSync(written)
  writeFileSync(file, text)
})

test('what belongs to no page is told on every page', async ({ page }) => {
  test.setTimeout(90_000)
  const settings = join(root, 'site.yaml')
  const text = readFileSync(settings, 'utf8')
  const panel = page.locator('.preview')
  await page.goto(`${address}/index.html`, { timeout: 60_000 })
  for (const [written, words] of [
    ['', '要写一组字段'],
    ['name: [', 'yaml-is-plain'],
    [`${text}\nnaem: 甲\n`, '没有“naem”这个字段'],
  ] as const) {
    writeFileSync(settings, written)
    await expect(panel).toContainText(words, { timeout: 20_000 })
    await expect(panel).toContainText('site.yaml 第')
    await expect(panel).toHaveAttribute('data-state', 'error')
  }
  await page.goto(`${address}/cases/draft-case.html`)
  await expect(panel).toContainText('不在某一页上的问题', { timeout: 20_000 })
  writeFileSync(settings, text)
  await expect(panel).not.toContainText('site.yaml', { timeout: 20_000 })
})

test('a page whose file was renamed or deleted says so', async ({ page }) => {
  test.setTimeout(90_000)
  const text = readFileSync(file, 'utf8')
  const panel = page.locator('.preview')
  await page.goto(`${address}/cases/draft-case.html`, { timeout: 60_000 })
  await expect(panel).toContainText('草稿', { timeout: 30_000 })
  const renamed = join(root, 'content/cases/renamed-case.md')
  writeFileSync(renamed, text)
  rmSync(file)
  await expect(panel).toContainText('这一页没有了', { timeout: 20_000 })
  await expect(panel.getByRole('link', { name: '打开新的地址' })).toHaveAttribute(
    'href',
    '/cases/renamed-case.html',
  )
  rmSync(renamed)
  await expect(panel).toContainText('删掉了', { timeout: 20_000 })
  writeFileSync(file, text)
  await expect(panel).toContainText('草稿', { timeout: 20_000 })
  await expect(panel).not.toContainText('这一页没有了')
})

test('pictures and films of the portal are served, and nothing beside them', async ({
  request,
}) => {
  const media = join(root, 'content/media/test.png')
  mkdirSync(dirname(media), { recursive: true })
  writeFileSync(media, tinyPng(4, 3))
  const get = (path: string) => request.get(`${address}${path}`)
  await expect(async () =>
    expect((await get('/media/test.png')).headers()['content-type']).toBe('image/png'),
  ).toPass({ timeout: 20_000 })
  const part = await request.get(`${address}/media/test.png`, { headers: { Range: 'bytes=0-7' } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 8])
  expect((await get('/cases/draft-case.md')).headers()['content-type']).not.toContain('markdown')
  const picture = await get('/handbook/images/blank-case-page.webp')
  expect(picture.headers()['content-type']).toBe('image/webp')
})
