/**
 * `npm run bench:dev -- [--entries 1000] [--saves 20]`: from saving an entry to its new text on the page
 * that an editor looks at, in a seeded portal. A burst of saves must end with the last one shown.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { installBrowser } from '../scripts/install.js'
import { writePortal } from './check-corpus.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000' },
    saves: { type: 'string', default: '20' },
    port: { type: 'string', default: '4351' },
  },
})
const address = `http://localhost:${values.port}`
const root = join(mkdtempSync(join(tmpdir(), 'bench-dev-')), 'portal')
writePortal(root, Number(values.entries))
const file = join(root, 'content/cases/case-5.md')
const text = readFileSync(file, 'utf8')
const server = spawn('npx', ['--no-install', 'vitepress', 'dev', '.', '--port', values.port], {
  env: { ...process.env, PORTAL_ROOT: root, NODE_ENV: 'development' },
  detached: true,
  stdio: 'ignore',
})
const browser = await chromium.launch({
  executablePath: installBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage()
  await open(page)
  const times: number[] = []
  for (let save = 0; save < Number(values.saves); save++) {
    times.push(await timeSave(page, `第${save}次保存的一句话。`))
    // As long as it takes to read the page, and the server to check it.
    await page.waitForTimeout(2000)
  }
  times.sort((a, b) => a - b)
  const [median, most] = [times[Math.floor(times.length / 2)], times.at(-1)]
  process.stdout.write(`${cpus().length} 核，Node ${process.version}\n\n`)
  process.stdout.write('| 条目 | 保存 | 中位毫秒 | 最慢毫秒 |\n|---:|---:|---:|---:|\n')
  process.stdout.write(
    `| ${values.entries} | ${times.length} | ${whole(median)} | ${whole(most)} |\n`,
  )
  process.stdout.write(
    `\n连着保存10次，最后一次${(await showsLast(page)) ? '看到了' : '没有看到'}。\n`,
  )
} finally {
  await browser.close()
  if (server.pid) process.kill(-server.pid)
  rmSync(root, { recursive: true, force: true })
}

/** The first page waits until the shell is bundled. */
async function open(page: Page): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (await fetch(address).then(Boolean, () => false)) break
    await new Promise((done) => setTimeout(done, 250))
  }
  await page.goto(`${address}/cases/case-5.html`, { timeout: 120_000 })
  await page.locator('.preview summary').waitFor({ timeout: 60_000 })
}

async function timeSave(page: Page, sentence: string): Promise<number> {
  const start = performance.now()
  writeFileSync(file, `${text}\n${sentence}\n`)
  await page.waitForFunction((one) => document.body?.innerText.includes(one), sentence)
  return performance.now() - start
}

async function showsLast(page: Page): Promise<boolean> {
  for (let save = 0; save < 10; save++) {
    writeFileSync(file, `${text}\n连着的第${save}次。\n`)
    await page.waitForTimeout(40 * save)
  }
  return page
    .waitForFunction(() => document.body?.innerText.includes('连着的第9次。'), undefined, {
      timeout: 5000,
    })
    .then(
      () => true,
      () => false,
    )
}

function whole(milliseconds = 0): string {
  return milliseconds.toFixed(0)
}
