import type { ImportFinding } from '../blocks.ts'
import { gap } from '../../model/placeholder.ts'
import type { ReadSheet } from './draft.ts'

/** Rows that bars may have, and letters of a label. */
const most = { rows: 8, label: 24 }

interface Drawn {
  caption: string
  drawing: { kind: 'bars'; rows: { fact: string; label: string }[] }
  findings: ImportFinding[]
}

/**
 * Bars of one column of a sheet, or of one row when its columns are years. What is not drawn is told:
 * a chart holds one statement.
 */
export function drawingOf(sheets: readonly ReadSheet[]): Drawn | { fault: string } {
  const facts = sheets[0]?.facts ?? []
  const [first] = facts
  if (!first) return { fault: '表格里没有认出数字，画不成图表：请用 --as table。' }
  const row = facts.filter((fact) => fact.row === first.row)
  const column = facts.filter((fact) => fact.column === first.column && fact.unit === first.unit)
  const isSeries = row.length > 1 && row.every(({ header }) => /^(?:19|20)\d{2}年?/.test(header))
  const series = isSeries
    ? row
    : column.filter(({ label }) => !/^(?:合计|总计|总数|小计)$/.test(label))
  if (series.length < 2) return { fault: '只认出一个数字，画不成图表：请用 --as facts。' }
  const drawn = series.slice(0, most.rows)
  const rows = drawn.map((fact) => {
    const label = (isSeries ? fact.header : fact.label).slice(0, most.label)
    return { fact: fact.id, label: label || gap('怎么称呼') }
  })
  const name = isSeries ? first.label : first.header
  const caption = `${name || gap('画的是什么')}${first.unit ? `，单位：${first.unit}` : ''}`.slice(
    0,
    40,
  )
  return { caption, drawing: { kind: 'bars', rows }, findings: untold(sheets, drawn) }
}

function untold(sheets: readonly ReadSheet[], drawn: ReadSheet['facts']): ImportFinding[] {
  const all = sheets.flatMap(({ facts }) => facts)
  const rest = all.filter((fact) => !drawn.includes(fact))
  const message = `图表只画一组数，画了${drawn.length}个；另外${rest.length}个没有画，在来源文件里。换一组就改 drawing 里的事实编号。`
  const guess: ImportFinding = {
    kind: 'guessed',
    message: '图表写成了横条（bars），一行一个事实；别的画法见图表的说明。',
  }
  if (rest.length === 0) return [guess]
  const text = rest.map(({ statement }) => statement).join('\n')
  return [guess, { kind: 'guessed', message, text, repeats: true }]
}
