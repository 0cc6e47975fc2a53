/**
 * `npm run bench:pages -- [--runs 5] [--sites 潮头,VitePress,…] [--pages home,case,…] [--dist <folder>]
 * [--before <folder>] [--latency 150] [--down 1.6e6] [--handbook]`: first visits to pages in a real
 * Chromium as a phone, its processor four times slower and its line slow 4G, each with an empty cache.
 * `--dist` measures an output as it is, `--before` an earlier one beside it. It prints numbers and
 * never fails on time.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { installBrowser } from '../scripts/install.js'
import { caching } from '../src/publish/file-kinds.ts'
import { headersFor } from '../src/publish/policy.ts'
import { isThere, peers } from './generators.ts'
import { pageReport } from './page-report.ts'
import type { PageRow } from './page-report.ts'
import { ownSite, peerSite, readerOf } from './page-sites.ts'
import type { PageName, Site } from './page-sites.ts'
import { followLink, visitPage } from './page-visit.ts'
import type { Throttle } from './page-visit.ts'
import { writeSection } from './performance-page.ts'
import { atOnce, startSlowHost, trusting } from './slow-host.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    sites: { type: 'string', default: ['潮头', ...peers.map(({ name }) => name)].join(',') },
    pages: { type: 'string', default: 'home,list,case,lesson,search,film' },
    dist: { type: 'string' },
    before: { type: 'string' },
    latency: { type: 'string', default: '150' },
    down: { type: 'string', default: '1.6e6' },
    handbook: { type: 'boolean', default: false },
  },
})

/** Slow 4G as Lighthouse simulates it: 150 ms a round trip, 1.6 Mbit/s down, 750 kbit/s up, processor ×4. */
const throttle: Throttle = {
  slowdown: 4,
  latency: Number(values.latency),
  down: Number(values.down),
  up: 750e3,
}
const work = resolve(fileURLToPath(new URL('./.work', import.meta.url)))

async function sitesIn(folder: string): Promise<Site[]> {
  const wanted = values.sites.split(',')
  const sites = wanted.includes('潮头') ? [await ownSite(folder, '潮头', values.dist)] : []
  if (values.before) sites.push(await ownSite(folder, 'before', values.before))
  for (const peer of peers.filter(({ name }) => wanted.includes(name))) {
    process.stderr.write(`${peer.name}…\n`)
    if (isThere(peer)) sites.push(await peerSite(folder, peer))
    else process.stderr.write(`没有 ${peer.name}，跳过。\n`)
  }
  return sites
}

/** A site's pages, one visit each; visits of different sites take turns, so that all meet the same weather. */
async function visitAll(browser: Browser, site: Site, rows: Map<string, PageRow>): Promise<void> {
  const headers = site.ours
    ? headersFor
    : (path: string): Record<string, string> => ({
        'cache-control':
          /\.\w+$/u.test(path) && !path.endsWith('.html') ? caching.immutable : caching.revalidated,
      })
  const host = await startSlowHost(atOnce, readerOf(site), headers)
  try {
    for (const page of Object.keys(site.pages).filter((name) => values.pages.includes(name))) {
      const name = page as PageName // its keys are page names
      const key = `${page} ${site.name}`
      const row = rows.get(key) ?? { site: site.name, page: name, visits: [] }
      rows.set(key, row)
      const to = host.address + site.pages[name]
      row.visits.push(await visitPage(browser, to, throttle))
      if (name !== 'case' || !site.pages.list) continue
      const from = host.address + site.pages.list
      row.navigation = [
        ...(row.navigation ?? []),
        await followLink(browser, { from, to }, throttle),
      ]
    }
  } finally {
    host.close()
  }
}

mkdirSync(work, { recursive: true })
const folder = mkdtempSync(join(work, 'pages-'))
try {
  const sites = await sitesIn(folder)
  const browser = await chromium.launch({
    executablePath: installBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', trusting()],
  })
  const found = new Map<string, PageRow>()
  for (let run = 0; run < Number(values.runs); run++) {
    process.stderr.write(`第${run + 1}轮，共${values.runs}轮\n`)
    for (const site of sites) await visitAll(browser, site, found)
  }
  await browser.close()
  const order = values.pages.split(',')
  const rows = [...found.values()].sort((a, b) => order.indexOf(a.page) - order.indexOf(b.page))
  const report = pageReport(rows, throttle)
  mkdirSync(fileURLToPath(new URL('./results', import.meta.url)), { recursive: true })
  writeFileSync(fileURLToPath(new URL('./results/pages.md', import.meta.url)), report)
  if (values.handbook) writeSection('第一次打开页面', report)
  process.stdout.write(report)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
