import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const root = join(mkdtempSync(join(tmpdir(), 'preview-')), 'portal')
const port = Number(process.env.PORTAL_PORT ?? 4319) + 40
const address = `http://localhost:${port}`
const file = join(root, 'content/cases/draft-case.md')
let server: ChildProcess

test.describe.configure({ mode: 'serial' })
test.skip(
  ({ isMobile, viewport }) => isMobile || (viewport?.width ?? 0) < 1000,
  'one viewport is enough',
)

test.beforeAll(async () => {
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
  // On its first page the server finds out which packages it needs, and loads the page once more.
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(`${address}/cases/draft-case.html`, { timeout: 60_000 })
    await expect(panel).toContainText('草稿', { timeout: 30_000 })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1500)
  }

  // A half-width comma in Chinese.
  writeFileSync(file, `${text}\n刚刚保存的一段,有一个半角逗号。\n`)
  await expect(page.getByText('刚刚保存的一段').first()).toBeVisible()
  await expect(panel).toContainText('punctuation-is-full-width')
  const line = `${text}\n刚刚`.split('\n').length
  await expect(panel.getByRole('button', { name: `第${line}行` })).toBeVisible()

  await page.waitForTimeout(500)

  // A file that cannot be read is a page all the same, and comes back when it is mended.
  writeFileSync(file, text.replace('title:', 'titel:'))
  await expect(page.locator('main')).toContainText('这个文件还读不成页面', { timeout: 15_000 })
  await expect(page.locator('main')).toContainText('你是不是要写 title？')
  await expect(panel).toContainText('field-is-known')
  await page.waitForTimeout(500)
  writeFileSync(file, text)
  await expect(page.locator('main')).not.toContainText('这个文件还读不成页面', {
    timeout: 15_000,
  })
  await expect(panel).not.toContainText('field-is-known')
})
