/**
 * `npm run bench:heap -- [--dist <folder>] [--pages 30]`: what pages hold of a phone's memory, in a real Chromium: a
 * case, a film that plays, a search after ten queries, the record after many pages, and a list scrolled to its end
 * on a processor four times slower. It prints numbers and never fails on them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { installBrowser } from '../scripts/install.js'
import { headersFor } from '../src/publish/policy.ts'
import { phone } from './page-visit.ts'
import { atOnce, startSlowHost, trusting } from './slow-host.ts'
import { eventsOf, tasksOf } from './trace.ts'

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: '.vitepress/dist' },
    pages: { type: 'string', default: '30' },
    list: { type: 'string', default: '/cases/index.html' },
  },
})

const queries = [
  '党建',
  '杭州',
  '联盟',
  '网络公益',
  '两新组织',
  '600余家',
  '主播',
  '平台',
  '云课堂',
  '怎样联系企业',
]

/** What is left of a page when nothing more can be let go of. */
interface Held {
  /** Of its own objects; what its search's worker holds is not told. */
  mebibytes: number
  nodes: number
  listeners: number
}

async function held(session: CDPSession): Promise<Held> {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { mebibytes: usedSize / 2 ** 20, nodes, listeners: jsEventListeners }
}

async function onPage<Value>(
  browser: Browser,
  use: (page: Page, session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  try {
    return await use(page, session)
  } finally {
    await context.close()
  }
}

const host = await startSlowHost(
  atOnce,
  (path) => {
    const file = join(values.dist, path)
    return existsSync(file) ? readFileSync(file) : undefined
  },
  headersFor,
)
const browser = await chromium.launch({
  executablePath: installBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', trusting()],
})
const open = (page: Page, path: string) =>
  page.goto(host.address + path, { waitUntil: 'networkidle' })
const rows: [what: string, held: Held][] = []

await onPage(browser, async (page, session) => {
  await open(page, '/cases/hangzhou.html')
  rows.push(['案例', await held(session)])
})
await onPage(browser, async (page, session) => {
  await open(page, '/videos/know-the-base.html')
  rows.push(['短片，打开', await held(session)])
  await page.locator('[data-island="film"] video').evaluate((film: HTMLVideoElement) => film.play())
  await page.waitForTimeout(5000)
  rows.push(['短片，放了5秒', await held(session)])
})
await onPage(browser, async (page, session) => {
  await open(page, '/search.html')
  const field = page.locator('main [data-field]')
  for (const [at, words] of queries.entries()) {
    await field.fill(words)
    await page
      .locator('main [role="status"]')
      .filter({ hasText: /找到|没有/u })
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
    if (at === 0) rows.push(['搜索，第1次查', await held(session)])
  }
  rows.push([`搜索，第${queries.length}次查`, await held(session)])
})
await onPage(browser, async (page, session) => {
  const pages = readdirSync(join(values.dist, 'cases')).filter(
    (name) => name.endsWith('.html') && name !== 'index.html',
  )
  await open(page, '/study.html')
  rows.push(['我的学习，还没有记录', await held(session)])
  for (const name of pages.slice(0, Number(values.pages))) {
    await open(page, `/cases/${name}`)
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    const read = page.locator('[data-study="done"]').first()
    if (await read.isVisible()) await read.click()
  }
  await open(page, '/study.html')
  rows.push([`我的学习，读了${values.pages}页`, await held(session)])
})

/** Milliseconds of the longest task while a list is scrolled from its head to its end, and how many took 50. */
const scrolled = await onPage(browser, async (page, session) => {
  await open(page, values.list)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await browser.startTracing(page, { categories: ['toplevel'] })
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((to) => scrollTo(0, to), top)
    await page.waitForTimeout(60)
  }
  const tasks = tasksOf(eventsOf(await browser.stopTracing()), 'CrRendererMain').map(
    ({ milliseconds }) => milliseconds,
  )
  return { height, longest: Math.max(...tasks), long: tasks.filter((one) => one >= 50).length }
})
await browser.close()
host.close()

const line = ([what, { mebibytes, nodes, listeners }]: (typeof rows)[number]) =>
  `| ${what} | ${mebibytes.toFixed(1)} | ${nodes} | ${listeners} |`
process.stdout.write(
  `${['| 页面 | MiB | 节点 | 监听 |', '| --- | --- | --- | --- |', ...rows.map(line)].join(
    '\n',
  )}\n\n列表${values.list}高${scrolled.height}像素，处理器慢4倍，滚到底：最长的任务${scrolled.longest.toFixed(0)}毫秒，50毫秒以上的${scrolled.long}个。\n`,
)
