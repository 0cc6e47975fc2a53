/** Prints build measurements as Markdown. */
import type { Changed, Snapshot } from './build-output.ts'
import { estimateFor } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import type { Run } from './process-tree.ts'

export interface Row {
  generator: string
  /** What 潮头 has and it does not. */
  lacks: string
  entries: number
  /** The first build, one with nothing changed, and one after an edit of one entry. */
  first: Run
  again: Run
  edit: Run
  output: Snapshot
  changed: Changed
}

const head = [
  '条目',
  '生成器',
  '首次构建',
  '处理器',
  '内存',
  '输出',
  '页面',
  '没有变化',
  '改一篇',
  '变了的页面＋其他文件',
  '没有什么',
]

const quantityNames: Record<Estimate['quantities'][number]['name'], string> = {
  seconds: '首次构建',
  cpu: '处理器',
  memory: '内存',
  output: '输出',
  files: '文件',
  search: '检索文件',
}

/** Entries that an estimate is made for. */
const beyond = 100_000

export function buildTable(rows: readonly Row[]): string {
  return tableHead(head) + rows.map(line).join('') + growthOf(rows) + estimateOf(rows)
}

const tableHead = (cells: readonly string[]): string =>
  `| ${cells.join(' | ')} |\n|${cells.map(() => ' --- ').join('|')}|\n`

function estimateOf(rows: readonly Row[]): string {
  const estimate = estimateFor(beyond, rows, '潮头')
  if (!estimate) return ''
  const [small, large] = estimate.from.map((value) => value.toLocaleString('en'))
  const how = `潮头到${beyond.toLocaleString('en')}个条目，没有真的构建，是算出来的：${large}个时量到的，加上多出来的每个条目各一份；一份是从${small}到${large}之间平均每个条目多用的。`
  const lines = estimate.quantities.map(({ name, measured, growth, estimated }) => {
    const format = formats[name]
    return `| ${[quantityNames[name], format(measured), format(growth), format(estimated)].join(' | ')} |\n`
  })
  return `\n${how}\n\n${tableHead(['', '量到', '每多一个', '算出'])}${lines.join('')}`
}

function line({ generator, lacks, entries, first, again, edit, output, changed }: Row): string {
  const cells = [
    entries.toLocaleString('en'),
    generator,
    seconds(first.seconds),
    seconds(first.cpu),
    gigabytes(first.peak),
    `${(output.bytes / 2 ** 20).toFixed(1)} MiB`,
    output.pages.toLocaleString('en'),
    `${seconds(again.seconds)} (处理器 ${seconds(again.cpu)})`,
    `${seconds(edit.seconds)} (处理器 ${seconds(edit.cpu)})`,
    `${changed.pages.length} + ${changed.others.length}`,
    lacks || '–',
  ]
  return `| ${cells.join(' | ')} |\n`
}

/** What one more entry costs, between the smallest and the largest size of each generator. */
function growthOf(rows: readonly Row[]): string {
  const lines = [...new Set(rows.map(({ generator }) => generator))].flatMap((generator) => {
    const own = rows.filter((row) => row.generator === generator)
    const [small, large] = [own[0], own.at(-1)]
    if (!small || !large || small === large) return []
    const more = large.entries - small.entries
    const time = ((large.first.seconds - small.first.seconds) / more) * 1000
    const memory = (large.first.peak - small.first.peak) / 2 ** 20 / more
    return `- ${generator}：每多一个条目，${time.toFixed(1)}毫秒，${memory.toFixed(3)}MiB\n`
  })
  return lines.length > 0 ? `\n${lines.join('')}` : ''
}

const seconds = (value: number): string => `${value.toFixed(1)} s`
const gigabytes = (value: number): string => `${(value / 2 ** 30).toFixed(2)} GiB`

const formats: Record<Estimate['quantities'][number]['name'], (value: number) => string> = {
  seconds: inTime,
  cpu: inTime,
  memory: inBytes,
  output: inBytes,
  files: (value) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 }),
  search: inBytes,
}

function inTime(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} ms` : seconds(value)
}

function inBytes(value: number): string {
  if (value < 2 ** 20) return `${(value / 2 ** 10).toFixed(1)} KiB`
  return value < 2 ** 30 ? `${(value / 2 ** 20).toFixed(1)} MiB` : gigabytes(value)
}
