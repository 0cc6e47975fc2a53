/**
 * `npm run bench:search-browser -- [--docs 10000] [--per-class 3] [--seed 4] [--corpus <ndjson.gz>]`:
 * the built portal with an index of the corpus in a real Chromium, on a processor four times slower
 * and slow 4G (150 ms round trip, 1.6 Mbit/s), each visit with an empty cache.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { installBrowser } from '../scripts/install.js'
import { readCorpus } from './corpus.ts'
import { buildFiles } from './engines/ours.ts'
import { drawQueries } from './queries.ts'
import { percentile } from './report.ts'
import { startSlowHost, trusting, type SlowHost } from './slow-host.ts'
import { eventsOf, tasksOf } from './trace.ts'

const { values } = parseArgs({
  options: {
    corpus: {
      type: 'string',
      default: fileURLToPath(new URL('../../shared/corpus/statutes.ndjson.gz', import.meta.url)),
    },
    docs: { type: 'string', default: '10000' },
    'per-class': { type: 'string', default: '3' },
    seed: { type: 'string', default: '4' },
    dist: { type: 'string', default: '.vitepress/dist' },
  },
})

const slowdown = 4
const slow4g = { delay: 150, rate: 1.6e6 / 8 / 1000 }
const start = '/index.html'

/** Milliseconds. */
interface Visit {
  /** From `/` to a dialog one can type in. */
  opened: number
  /** From words typed at once into the dialog to their results: code and manifest still come. */
  cold: number
  /** From other words, the manifest being there, to the request for texts: the ids are known. */
  ids: number
  /** From the same to ten results. */
  shown: number
  /** From words typed again to their results. */
  again: number
  /** Processor time of the worker in all three, times the slowdown. */
  worker: number
  /** Longest task of the page from opening on, in processor time on the slowed thread. */
  longest: number
}

/** Types into the emptied field of the open dialog; milliseconds until results of these words. */
async function ask(page: Page, words: string): Promise<{ from: number; took: number }> {
  const field = page.locator('dialog[open] [data-field]')
  const status = page.locator('dialog[open] [role="status"]')
  await field.fill('')
  await status.filter({ hasNotText: /找到|没有/u }).waitFor({ state: 'attached' })
  return field.evaluate(async (input: HTMLInputElement, typed) => {
    const from = performance.timeOrigin + performance.now()
    const body = document.querySelector('dialog[open]') ?? document.body
    const done = new Promise<void>((shown) => {
      new MutationObserver(() => {
        const said = body.querySelector('[role="status"]')?.textContent ?? ''
        if (/找到|没有/u.test(said)) shown()
      }).observe(body, { subtree: true, childList: true, characterData: true })
    })
    input.value = typed
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await done
    return { from, took: performance.timeOrigin + performance.now() - from }
  }, words)
}

async function openDialog(page: Page): Promise<number> {
  const from = Date.now()
  await page.keyboard.press('/')
  await page.locator('dialog[open] [data-field]').waitFor()
  return Date.now() - from
}

async function newPage(browser: Browser, host: SlowHost): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(host.address + start, { waitUntil: 'networkidle' })
  return page
}

/** When the texts were asked for, the ids were known. */
function idsAfter(host: SlowHost, from: number): number {
  const text = host.taken().find(({ path, at }) => path.startsWith('/search/t-') && at >= from)
  return text ? text.at - from : NaN
}

async function visit(browser: Browser, host: SlowHost, words: [string, string]): Promise<Visit> {
  const page = await newPage(browser, host)
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-cpu_profiler'] })
  const opened = await openDialog(page)
  const cold = await ask(page, words[0])
  await page.waitForLoadState('networkidle')
  host.taken()
  const further = await ask(page, words[1])
  const ids = idsAfter(host, further.from)
  const again = await ask(page, words[1])
  const events = eventsOf(await browser.stopTracing())
  // The browser slows the page only, so the worker's time is multiplied here.
  const tasks = (thread: string): number[] =>
    tasksOf(events, thread).map(({ milliseconds }) => milliseconds)
  const worker = tasks('Worker').reduce((sum, ms) => sum + ms, 0) * slowdown
  const longest = Math.max(0, ...tasks('CrRendererMain'))
  await page.context().close()
  return { opened, cold: cold.took, ids, shown: further.took, again: again.took, worker, longest }
}

const labels: Record<keyof Visit, string> = {
  opened: '按下“/”到可以输入',
  cold: '冷：打开后立刻输入，到结果',
  ids: '清单已到：到知道是哪些条目',
  shown: '清单已到：到十条结果',
  again: '同一个词再搜，到结果',
  worker: `worker处理器时间（三次查询合计，×${slowdown}）`,
  longest: '页面主线程最长任务（处理器时间）',
}

function report(visits: Visit[]): string {
  const rows = Object.entries(labels).map(([name, label]) => {
    // The labels have exactly the fields of a visit.
    const numbers = visits.map((one) => one[name as keyof Visit]).filter((n) => !Number.isNaN(n))
    const at = (share: number): string => percentile(numbers, share).toFixed(0)
    return `| ${label} | ${at(0.5)} | ${at(0.95)} |`
  })
  return ['| 毫秒 | p50 | p95 |', '|---|---|---|', ...rows].join('\n')
}

const documents = await readCorpus(values.corpus, Number(values.docs))
const queries = drawQueries(documents, Number(values['per-class']), Number(values.seed))
const index = buildFiles(documents)
const host = await startSlowHost(slow4g, (path) => {
  if (path.startsWith('/search/')) return index.get(path.slice(1))
  const file = join(values.dist, path)
  return existsSync(file) ? readFileSync(file) : undefined
})
const browser = await chromium.launch({
  executablePath: installBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', trusting()],
})
const visits: Visit[] = []
for (const [i, { typed }] of queries.entries()) {
  const other = queries[(i + Math.floor(queries.length / 2)) % queries.length]?.typed ?? typed
  visits.push(await visit(browser, host, [typed, other]))
  process.stderr.write(`${visits.length}/${queries.length} ${typed}\n`)
}
await browser.close()
host.close()
process.stdout.write(
  `${documents.length}篇，${visits.length}次访问，处理器慢${slowdown}倍，往返${slow4g.delay}毫秒，1.6Mbit/s。\n\n${report(visits)}\n`,
)
