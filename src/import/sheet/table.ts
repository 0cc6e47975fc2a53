import { gap } from '../../model/placeholder.ts'
import type { Block } from '../blocks.ts'
import type { Placed } from '../outline.ts'
import type { ReadSheet } from './draft.ts'

/** Facts that one table may cite in its cells; more marks hide the numbers. */
const mostCited = 40

/** A sheet's titles as paragraphs, and its rows as a table, without columns of private numbers. */
export function tableOf(
  { grid, shape }: ReadSheet,
  lead = gap('这张表说的是什么，从哪里来'),
): Placed[] {
  const titles = shape.titles.slice(1).map(paragraph)
  const rows = grid.rows
    .slice(shape.titles.length)
    .map((row) =>
      row.flatMap(({ text }, column): Block[][] =>
        shape.secret.includes(column) ? [] : [text === '' ? [] : [paragraph(text)]],
      ),
    )
  return [paragraph(lead), ...titles, { kind: 'table', rows }]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] }
}

/** Put a table's facts behind its numbers: the table is the first whose cells are all the sheet's. */
export function citedTable(
  body: string,
  { grid, shape, facts }: ReadSheet,
): { text: string; cited: number } {
  if (facts.length === 0 || facts.length > mostCited) return { text: body, cited: 0 }
  const rows = grid.rows.slice(shape.titles.length)
  const lines = body.split('\n')
  const cellsOf = (line = '') => line.split(/(?<!\\)\|/).slice(1, -1)
  const plain = (text: string) => text.replace(/[\\\s]/g, '')
  const open = (row: (typeof rows)[number]) =>
    row.filter((_, column) => !shape.secret.includes(column))
  const same = (line: string | undefined, row: (typeof rows)[number] | undefined) =>
    row !== undefined &&
    cellsOf(line).map(plain).join('|') ===
      open(row)
        .map(({ text }) => plain(text))
        .join('|')
  const start = lines.findIndex(
    (line, at) => same(line, rows[0]) && /^\|(?: --- \|)+$/.test(lines[at + 1] ?? ''),
  )
  if (start < 0) return { text: body, cited: 0 }
  let cited = 0
  for (const { row, column, id } of facts) {
    const place = row - shape.titles.length
    const at = start + place + (place > 0 ? 1 : 0)
    const before = shape.secret.filter((one) => one < column).length
    const cells = cellsOf(lines[at])
    const cell = cells[column - before]
    const isOwn = cell !== undefined && plain(cell) === plain(rows[place]?.[column]?.text ?? '')
    if (!isOwn) continue
    cells[column - before] = `${cell.trimEnd()}[^${id}] `
    lines[at] = `|${cells.join('|')}|`
    cited += 1
  }
  return { text: lines.join('\n'), cited }
}
