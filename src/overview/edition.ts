import { published } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { statuses } from '../model/entry.ts'
import { collectionNames, collections } from '../model/index.ts'
import type { Issue } from '../model/issue.ts'
import { factUses, isIn } from './facts.ts'
import type { FactUse } from './facts.ts'

/** A table of the report: what stands in the columns, and rows of texts or counts. */
export interface Table {
  title: string
  /** One sentence above it. */
  note?: string
  columns: string[]
  rows: (string | number)[][]
  /** Columns whose counts are drawn as one bar, side by side. */
  bars?: number[]
}

/** Days ahead that a review is announced. */
const soon = 90

/** The state of an edition: what there is, what is due, what is missing. */
export function editionTables(library: Library, issues: readonly Issue[], today: string): Table[] {
  return [
    byStatus(library),
    byTopic(library),
    reviewMonths(library, today),
    reviews(library, today),
    corrections(library),
    sources(library),
    ...factTables(library, today),
    byRule(issues),
  ]
}

function byStatus({ entries }: Library): Table {
  // Object.entries loses the literal types of the labels.
  const names = Object.keys(statuses) as (keyof typeof statuses)[]
  const rows = collectionNames.map((name) => {
    const own = entries.filter(({ collection }) => collection === name)
    const counts = names.map((status) => own.filter(({ data }) => data.status === status).length)
    return [collections[name].label, ...counts, own.length]
  })
  const columns = ['栏目', ...names.map((name) => statuses[name]), '合计']
  return { title: '条目', columns, rows, bars: [2, 1, 3] }
}

function byTopic(library: Library): Table {
  const live = collectionNames.flatMap((name) => published<typeof name>(library, name))
  const rows = library.site.topics
    .map(
      ({ name }) => [name, live.filter(({ data }) => data.topics.includes(name)).length] as const,
    )
    .sort((a, b) => b[1] - a[1])
    .map((row) => [...row])
  return { title: '主题', note: '已发布的条目。', columns: ['主题', '条目'], rows, bars: [1] }
}

/** How much work is coming: what is overdue, then month by month without a gap. */
function reviewMonths({ entries }: Library, today: string): Table {
  const counts = new Map<string, number>()
  for (const { date } of entries.flatMap(dated)) {
    const month = date < today ? '已过' : date.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const last = [...counts.keys()]
    .filter((month) => month !== '已过')
    .sort()
    .at(-1)
  const months = ['已过']
  for (
    let month = today.slice(0, 7);
    last && month <= last && months.length <= 24;
    month = after(month)
  )
    months.push(month)
  const rows = months.map((month) => [month, counts.get(month) ?? 0])
  const note = '每个月有多少条目到复核日期，最多列两年。'
  return { title: '复核的月份', note, columns: ['月份', '条目'], rows, bars: [1] }
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function reviews({ entries }: Library, today: string): Table {
  const limit = new Date(Date.parse(today) + soon * 86_400_000).toISOString().slice(0, 10)
  const due = entries
    .flatMap((entry) => dated(entry))
    .filter(({ date }) => date <= limit)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  const rows = due.map(({ date, entry }) => [
    date,
    date < today ? '已过' : '将到',
    entry.data.title,
    entry.file,
  ])
  const note = `复核日期已过，或在${soon}天内。`
  return { title: '复核到期', note, columns: ['日期', '状态', '标题', '文件'], rows }
}

function dated(entry: Entry): { date: string; entry: Entry }[] {
  const { review_by: date, status } = entry.data
  return date !== undefined && status !== 'withdrawn' ? [{ date, entry }] : []
}

function corrections({ entries }: Library): Table {
  const rows = entries
    .flatMap((entry) => entry.data.corrections.map((one) => ({ ...one, file: entry.file })))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map(({ date, was, now, why, file }) => [date, was, now, why, file])
  return { title: '更正', columns: ['日期', '原来写的', '现在写的', '为什么', '文件'], rows }
}

const kinds = { report: '报道', law: '法律法规', standard: '标准' } as const

function sources({ sources: all }: Library): Table {
  const list = [...all.values()].map(({ data }) => data)
  const rows = (['report', 'law', 'standard'] as const).map((kind) => {
    const own = list.filter((source) => source.kind === kind)
    const full = own.filter(({ quality }) => quality === 'full').length
    const facts = own.reduce((sum, source) => sum + source.facts.length, 0)
    return [kinds[kind], own.length, full, own.length - full, facts]
  })
  return {
    title: '来源',
    columns: ['类别', '来源', '读到全文', '读到部分', '事实'],
    rows,
    bars: [2, 3],
  }
}

function factTables(library: Library, today: string): Table[] {
  const uses = factUses(library, today)
  const columns = ['编号', '事实', '来源']
  const rowsOf = (view: 'uncited' | 'unverified') =>
    uses
      .filter((use) => isIn(use, view))
      .map(({ fact, source }) => [fact.id, fact.statement.trim(), source.id])
  return [
    rereadings(uses),
    { title: '没有引用的事实', columns, rows: rowsOf('uncited') },
    { title: '没有读到原文的事实', columns, rows: rowsOf('unverified') },
  ]
}

/** How far facts were held against their sources, and by whom. */
function rereadings(uses: readonly FactUse[]): Table {
  const count = (test: (use: FactUse) => boolean) => uses.filter(test).length
  const roles = new Map<string, number>()
  for (const { fact } of uses)
    if (fact.reread) roles.set(fact.reread.role, (roles.get(fact.reread.role) ?? 0) + 1)
  const rows: [string, number][] = [
    ['全部事实', uses.length],
    ['抄了原文用词的', count((use) => !isIn(use, 'wordless'))],
    ['没有时点、印“截至刊发时”的', count(({ fact }) => fact.as_of === 'undated')],
    ['只读到摘录的', count((use) => isIn(use, 'excerpt'))],
    ...[...roles].sort().map(([role, read]): [string, number] => [`${role}复读过的`, read]),
    ['复读时对不上的', count((use) => isIn(use, 'differs'))],
    ['引用了、该复读的', count((use) => isIn(use, 'due'))],
  ]
  const note =
    '引用了的事实要有第二个人对照原文读过，一年以后再读。用 npm run facts -- --reread 复读。'
  return { title: '事实的复读', note, columns: ['项目', '事实'], rows }
}

function byRule(issues: readonly Issue[]): Table {
  const counts = new Map<string, [number, number]>()
  for (const { rule, severity } of issues) {
    const [errors, warnings] = counts.get(rule) ?? [0, 0]
    counts.set(rule, severity === 'error' ? [errors + 1, warnings] : [errors, warnings + 1])
  }
  const rows = [...counts]
    .map(([rule, both]) => [rule, ...both])
    .sort((a, b) => Number(b[1]) - Number(a[1]) || Number(b[2]) - Number(a[2]))
  return { title: '检查', columns: ['规则', '错误', '提醒'], rows }
}
