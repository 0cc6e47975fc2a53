import type PptxGenJS from 'pptxgenjs'
import { colours, fonts, linesOf, smallest } from './page.ts'
import type { Box } from './page.ts'

export interface Grid {
  /** Empty for rows that say by themselves what they are. */
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Inches between a cell's edge and its text. */
const padding = 0.08

/** A table of the program's own, its columns as wide as their words ask, as large as its box allows. */
export function drawTable(
  sheet: PptxGenJS.Slide,
  { head, rows }: Grid,
  box: Box,
  shares: readonly number[] = sharesOf({ head, rows }),
): void {
  const widths = shares.map((share) => share * box.w)
  const fontSize = largest({ head, rows }, widths, box)
  const cell = (text: string, bold: boolean): PptxGenJS.TableCell => ({
    text,
    options: { bold, ...(bold ? { color: colours.ink3 } : {}) },
  })
  sheet.addTable(
    [
      ...(head.length > 0 ? [head.map((text) => cell(text, true))] : []),
      ...rows.map((row) => row.map((text) => cell(text, false))),
    ],
    {
      ...{ x: box.x, y: box.y, w: box.w, colW: widths, fontSize },
      ...{ fontFace: fonts.sans, color: colours.ink, valign: 'middle' },
      border: { type: 'solid', pt: 1, color: colours.rule },
      margin: [0.02, padding, 0.02, padding],
    },
  )
}

/** Columns share the width by their longest words, none less than a tenth. */
function sharesOf({ head, rows }: Grid): number[] {
  const weights = head.map((word, column) =>
    Math.sqrt(
      Math.max(2, ...[word, ...rows.map((row) => row[column] ?? '')].map((one) => one.length)),
    ),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** Points at which all rows fit; a table too full for that stays at the smallest and goes on below. */
function largest({ head, rows }: Grid, widths: readonly number[], box: Box): number {
  for (let points = 36; points > smallest; points -= 2) {
    const all = head.length > 0 ? [head, ...rows] : rows
    const height = all.reduce((sum, row) => sum + rowHeight(row, widths, points), 0)
    if (height <= box.h * 72) return points
  }
  return smallest
}

/** Lines of Chinese fonts stand so far apart in presentation programs; the highest of those looked at. */
const leading = 1.45

function rowHeight(row: readonly string[], widths: readonly number[], points: number): number {
  const lines = row.map((text, column) =>
    linesOf(text, points, (widths[column] ?? 1) - 2 * padding),
  )
  return Math.max(1, ...lines) * points * leading + 4
}
