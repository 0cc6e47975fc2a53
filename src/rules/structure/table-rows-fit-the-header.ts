import { linesOf } from '../reading/body-blocks.ts'
import type { BlockLine } from '../reading/body-blocks.ts'
import { entryRule } from '../engine/rule.ts'

export const tableRowsFitTheHeader = entryRule({
  id: 'table-rows-fit-the-header',
  summary: '表格每一行的格数和表头一样多。',
  severity: 'error',
  *check({ entry }) {
    for (const [header, , ...rows] of linesOf(entry, ({ type }) => type === 'table_open')) {
      const columns = header ? cellsIn(header.text) : 0
      for (const row of rows) {
        const cells = cellsIn(row.text)
        if (row.text.trim() === '' || cells === columns) continue
        yield {
          at: { span: spanOf(row) },
          message: `这一行有${cells}格，表头有${columns}格${cells > columns ? '，多出的不会显示' : ''}。`,
          hint: '补齐或并掉格子；格子里要写竖线时，写成 \\|。',
        }
      }
    }
  },
})

/** Cells of a table row: pipes without a backslash before them part them, as markdown-it does. */
function cellsIn(row: string): number {
  return row.replace(/^[\s>]*\|?|(?<!\\)\|?\s*$/g, '').split(/(?<!\\)\|/).length
}

function spanOf({ text, offset }: BlockLine): [number, number] {
  const indent = text.length - text.trimStart().length
  return [offset + indent, offset + text.length]
}
