import { nearest } from '../content/nearest.ts'
import type { LoggedRequest } from './access-log.ts'
import type { Table } from './edition.ts'

/** Words and addresses asked for less often are not listed: one request may be one person's. */
const least = 3
/** Rows of a table. */
const most = 50
/** What scanners try everywhere; no reader of a static portal asks for it. */
const scans =
  /\.(php|asp|aspx|jsp|cgi|env|git|sql|bak)\b|\/(wp-|\.|admin\/config|vendor\/|cgi-bin)/i

/** What readers asked of a portal, counted; nothing of who they were is kept. */
export class Visits {
  readonly days = new Map<string, number>()
  readonly pages = new Map<string, number>()
  readonly queries = new Map<string, number>()
  readonly missing = new Map<string, number>()
  robots = 0
  scanned = 0

  /** `base` is the path the portal is deployed under. */
  constructor(private readonly base: string) {}

  add({ method, address, status, isRobot, day }: LoggedRequest): void {
    if (method !== 'GET') return
    if (isRobot) {
      this.robots++
      return
    }
    const [written = '', query = ''] = address.split('?', 2)
    const path = decoded(written)
    if (path === undefined || !path.startsWith(this.base)) return
    const page = path.slice(this.base.length).replace(/(^|\/)$/, '$1index.html')
    if (status === 404 || status === 410) {
      if (scans.test(path)) this.scanned++
      else count(this.missing, page)
    } else if (page.endsWith('.html') && (status === 200 || status === 304)) {
      count(this.pages, page)
      if (day) count(this.days, day)
      const words = page === 'search.html' ? new URLSearchParams(query).get('q')?.trim() : undefined
      if (words) count(this.queries, words)
    }
  }
}

/** What the tables need to know of the portal. */
interface Known {
  /** Titles by path below the base: `cases/hangzhou.html`. */
  titles: ReadonlyMap<string, string>
  /** How many results a search has that are just what was asked; undefined where there is no index. */
  hitsOf?: (words: string) => Promise<number>
}

/** The tables of a report on visits: days, pages, searches that found nothing, addresses that lead nowhere. */
export async function visitTables(visits: Visits, { titles, hitsOf }: Known): Promise<Table[]> {
  return [
    dayTable(visits),
    {
      title: '页面',
      note: `读者打开的页面，${least}次以上的列前${most}页。程序（搜索引擎等）的${visits.robots}次请求不算。`,
      columns: ['页面', '地址', '次数'],
      rows: often(visits.pages).map(([page, times]) => [titles.get(page) ?? '', page, times]),
      bars: [2],
    },
    ...(hitsOf ? [await searchTable(visits, hitsOf)] : []),
    missingTable(visits, [...titles.keys()]),
  ]
}

function dayTable({ days }: Visits): Table {
  const rows = [...days].sort(([a], [b]) => (a < b ? -1 : 1))
  return { title: '每天', note: '打开页面的次数。', columns: ['日期', '次数'], rows, bars: [1] }
}

async function searchTable(
  { queries }: Visits,
  hitsOf: (words: string) => Promise<number>,
): Promise<Table> {
  const rows: [string, number][] = []
  for (const [words, times] of often(queries))
    if ((await hitsOf(words)) === 0) rows.push([words, times])
  return {
    title: '没有查到的词',
    note: `从搜索页的地址里看到的词，${least}次以上的，拿现在的索引再查一遍，没有完全一样的列在这里：该补内容，还是该补同义词。`,
    columns: ['词', '次数'],
    rows,
    bars: [1],
  }
}

function missingTable({ missing, scanned }: Visits, pages: readonly string[]): Table {
  return {
    title: '没有的地址',
    note: `读者打开、这里没有的地址，${least}次以上的。扫描漏洞的${scanned}次不列。`,
    columns: ['地址', '次数', '最像的一页'],
    rows: often(missing).map(([page, times]) => [page, times, nearest(page, pages) ?? '']),
  }
}

/** The most frequent, those asked for often enough. */
function often(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts]
    .filter(([, times]) => times >= least)
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, most)
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
