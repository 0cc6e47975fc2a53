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

const head = [
  '页面',
  '网站',
  '请求',
  'KB',
  '页面／样式／脚本／其他KB',
  '首次绘制ms（最快）',
  '最大绘制ms（最快）',
  '显示以后的长任务（全程最长ms）',
  '点链接到看见ms',
]

const pageNames: Record<PageName, string> = {
  home: '首页',
  list: '案例列表',
  case: '案例',
  lesson: '课时',
  search: '搜索',
  film: '短片',
}

function before({ slowdown, latency, down }: Throttle, runs: number): string {
  return `第一次打开页面（\`npm run bench:pages\`）：Chromium里的一部手机，处理器慢${slowdown}倍，每个应答等${latency}毫秒，${megabits(down)}Mbit/s（慢速4G），缓存是空的，同一台主机，都用HTTP/2和brotli；${runs}次的中位数。别的生成器用自己的样子显示同样的文字：Eleventy和Hugo没有样式，只有潮头有图表、来源和自测。`
}

/** The median of each number, one line a page and site. */
export function pageReport(rows: readonly PageRow[], throttle: Throttle): string {
  const lines = rows.map(({ site, page, visits, navigation }) => {
    const median = (value: (visit: Visit) => number): number => percentile(visits.map(value), 0.5)
    const kilobytes = (some: readonly string[]): number =>
      kinds
        .filter((kind) => some.includes(kind))
        .reduce((sum, kind) => sum + median(({ bytes }) => bytes[kind]), 0) / 1024
    const paints = (value: (visit: Visit) => number): string =>
      `${median(value).toFixed(0)} (${Math.min(...visits.map(value)).toFixed(0)})`
    const parts = [['Document'], ['Stylesheet'], ['Script'], ['Image', 'Font', 'Other']]
    return [
      pageNames[page],
      site,
      median(({ requests }) => requests).toFixed(0),
      kilobytes(kinds).toFixed(1),
      parts.map((part) => kilobytes(part).toFixed(1)).join(' / '),
      paints(({ firstPaint }) => firstPaint),
      paints(({ largestPaint }) => largestPaint),
      `${median(({ longTasks }) => longTasks).toFixed(0)} (${median(({ longestTask }) => longestTask).toFixed(0)})`,
      navigation ? percentile(navigation, 0.5).toFixed(0) : '–',
    ]
  })
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`)
  const runs = Math.max(...rows.map(({ visits }) => visits.length))
  return `${before(throttle, runs)}\n\n${table.join('')}`
}

const megabits = (bits: number): string => (bits / 1e6).toFixed(1)
