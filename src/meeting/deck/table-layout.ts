import { floor, frame, heightOf, linesOf, widthOf } from './fit.ts'
import type { TableSlide } from './slide.ts'

/** Characters of a cell that its column does not break, and the most one has room for by itself. */
const cell = { least: 4, most: 24 } as const

/**
 * How wide each column of a table is, in hundredths: each has room for a short word, and what is left is
 * shared by their longest cells, within reason.
 */
export function columnsOf({ head, rows }: Pick<TableSlide, 'head' | 'rows'>): number[] {
  const longest = head.map((name, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? '')), widthOf(name)),
  )
  const least = longest.map(
    (width) => ((Math.min(width, cell.least) * floor + 3.4) / frame.width) * 100,
  )
  const wants = longest.map(
    (width) => Math.min(Math.max(width, cell.least), cell.most) - cell.least,
  )
  const rest = Math.max(0, 100 - sumOf(least))
  const shares = least.map(
    (width, at) => width + (rest * ((wants[at] ?? 0) + 0.1)) / (sumOf(wants) + 0.1 * head.length),
  )
  return shares.map((share) => Math.round((share / sumOf(shares)) * 100))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** Whether so many rows of a table fit under its title. */
export function tableFits(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): boolean {
  const heightOfRow = (row: readonly string[]) =>
    Math.max(
      ...row.map((cell, index) =>
        linesOf(cell, floor, (frame.width * (columns[index] ?? 50)) / 100 - 3, 'cells'),
      ),
    ) *
    floor *
    1.35
  const above = heightOf([{ text: title, size: 7.3, leading: 1.35 }]) + 4 + heightOfRow(head)
  return rows.reduce((sum, row) => sum + heightOfRow(row) + 3.6, above) <= frame.height
}
