import { isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/** A cell, or the place that a cell of another row or column reaches over. */
type Place = Element | undefined

/** The most rows and columns that one cell may reach over. */
const widest = 64
const tallest = 200

/**
 * The cells of a table where they stand, those inside a table in it left alone. A cell over several
 * rows or columns stands in the first of its places; `merged` counts such cells.
 */
export function gridOf(table: Element): { rows: Place[][]; merged: number } {
  const rows = rowsOf(table)
  const taken = rows.map((): (Element | null | undefined)[] => [])
  let merged = 0
  rows.forEach((row, at) => {
    const line = taken[at] ?? []
    let column = 0
    for (const cell of row.children) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.name)) continue
      while (line[column] !== undefined) column += 1
      const wide = spanOf(cell, 'colspan', widest)
      const tall = Math.min(spanOf(cell, 'rowspan', tallest), rows.length - at)
      if (wide > 1 || tall > 1) merged += 1
      for (const below of taken.slice(at, at + tall))
        for (let right = 0; right < wide; right++) below[column + right] ??= null
      line[column] = cell
      column += wide
    }
  })
  const grid = taken.map((line) => Array.from(line, (cell): Place => cell ?? undefined))
  return { rows: grid.filter((line) => line.some(Boolean)), merged }
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === 'tr') return [node]
    return /^t(head|body|foot)$/.test(node.name) ? rowsOf(node) : []
  })
}

function spanOf({ attributes }: Element, name: string, most: number): number {
  const span = Number(attributes[name] ?? 1)
  return Number.isFinite(span) ? Math.min(Math.max(Math.trunc(span), 1), most) : 1
}
