/** Prints what pages cost as Markdown. */
import { kinds } from './page-visit.ts'
import type { Throttle, Visit } from './page-visit.ts'
import type { PageName } from './page-sites.ts'
import { percentile } from './report.ts'

/** Visits to one page of one site; `navigation` stands with the page that a link leads to. */
export interface PageRow {
  site: string
  page: PageName
  visits: Visit[]
  navigation?: number[]
}

/** The words of a table in one language. */
export interface PageWords {
  head: string[]
  pages: Record<PageName, string>
}

export const english: PageWords = {
  head: [
    'page',
    'site',
    'requests',
    'KB',
    'page / styles / scripts / other KB',
    'first paint ms',
    'largest paint ms',
    'long tasks once shown (longest of all ms)',
    'following a link ms',
  ],
  pages: {
    home: 'home',
    list: 'list of cases',
    case: 'case',
    lesson: 'lesson',
    search: 'search',
    film: 'film',
  },
}

export const chinese: PageWords = {
  head: [
    '页面',
    '网站',
    '请求',
    'KB',
    '页面／样式／脚本／其他KB',
    '首次绘制ms',
    '最大绘制ms',
    '显示以后的长任务（全程最长ms）',
    '点链接到看见ms',
  ],
  pages: {
    home: '首页',
    list: '案例列表',
    case: '案例',
    lesson: '课时',
    search: '搜索',
    film: '短片',
  },
}

/** The median of each number, one line a page and site. */
export function pageTable(rows: readonly PageRow[], { head, pages }: PageWords): string {
  const lines = rows.map(({ site, page, visits, navigation }) => {
    const median = (value: (visit: Visit) => number): number => percentile(visits.map(value), 0.5)
    const kilobytes = (some: readonly string[]): number =>
      kinds
        .filter((kind) => some.includes(kind))
        .reduce((sum, kind) => sum + median(({ bytes }) => bytes[kind]), 0) / 1024
    const parts = [['Document'], ['Stylesheet'], ['Script'], ['Image', 'Font', 'Other']]
    return [
      pages[page],
      site,
      median(({ requests }) => requests).toFixed(0),
      kilobytes(kinds).toFixed(1),
      parts.map((part) => kilobytes(part).toFixed(1)).join(' / '),
      median(({ firstPaint }) => firstPaint).toFixed(0),
      median(({ largestPaint }) => largestPaint).toFixed(0),
      `${median(({ longTasks }) => longTasks).toFixed(0)} (${median(({ longestTask }) => longestTask).toFixed(0)})`,
      navigation ? percentile(navigation, 0.5).toFixed(0) : '–',
    ]
  })
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

export function throttleIn({ slowdown, latency, down }: Throttle): string {
  return `${slowdown}× CPU, ${latency} ms, ${(down / 1e6).toFixed(2)} Mbit/s`
}
