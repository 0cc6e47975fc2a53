import type { ImportFinding } from '../blocks.ts'

/** A cell as the sheet shows it. */
export interface GridCell {
  /** As it is displayed: `12.5%`, `1,300`, `2024-03-01`. */
  text: string
  /** Whether it holds a number, typed or reckoned. */
  isNumber?: boolean
  /** `YYYY-MM-DD`, of a cell that holds a day. */
  day?: string
}

/** A sheet that is seen, hidden rows and columns and empty edges taken off. */
export interface Grid {
  name: string
  rows: GridCell[][]
  /** Places that a cell above or to the left reaches over, as `row,column`, with that cell's place. */
  covered: ReadonlyMap<string, readonly [number, number]>
}

/** What a workbook holds, and what of it is not shown. */
export interface Workbook {
  grids: Grid[]
  findings: ImportFinding[]
}

/** Rows and columns of a table that a page can show. */
export const limits = { rows: 200, columns: 30, sheets: 20 }

export const blank: GridCell = { text: '' }

/** Why a grid is no table for a page. */
export function gridFault({ name, rows }: Grid): string | undefined {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length <= limits.rows && columns <= limits.columns) return undefined
  return `“${name}”有${rows.length}行${columns}列，一页放不下（最多${limits.rows}行${limits.columns}列）：请另存一份，只留要用的行和列，再导入。`
}

/** A grid without empty rows and columns at its edges, and empty rows within. */
export function trimmed({ name, rows, covered }: Grid): Grid {
  const filled = (cell: GridCell | undefined) => cell !== undefined && cell.text !== ''
  const kept = rows.flatMap((row, index) => (row.some(filled) ? [index] : []))
  const columns = rows.reduce((most, row) => Math.max(most, row.findLastIndex(filled) + 1), 0)
  const first = Math.min(...kept.map((index) => rows[index]?.findIndex(filled) ?? 0), columns)
  const left = Number.isFinite(first) ? first : 0
  const at = new Map(kept.map((index, place) => [index, place]))
  const moved = [...covered].flatMap(([key, [row, column]]): [string, [number, number]][] => {
    const [ownRow = 0, ownColumn = 0] = key.split(',').map(Number)
    const [from, to] = [at.get(ownRow), at.get(row)]
    return from === undefined || to === undefined
      ? []
      : [[`${from},${ownColumn - left}`, [to, column - left]]]
  })
  const cells = kept.map((index) =>
    Array.from({ length: columns - left }, (_, column) => rows[index]?.[column + left] ?? blank),
  )
  return { name, rows: cells, covered: new Map(moved) }
}
