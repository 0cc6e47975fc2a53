import type { Box, Point } from '../nodes.ts'

export interface Grid {
  places: Point[]
  /** Pixels between two places. */
  step: number
}

/** So many places column by column in a box, as far apart as fits, no further than `widest`. */
export function gridOf(count: number, box: Box, widest: number): Grid {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  let best = { rows: 1, step: 0 }
  for (let rows = 1; rows <= count; rows++) {
    const columns = Math.ceil(count / rows)
    const step = Math.min(width / columns, height / rows, widest)
    if (step > best.step) best = { rows, step }
    if (rows * best.step > height) break
  }
  const { rows, step } = best
  const columns = Math.ceil(count / rows)
  const left = box.left + (width - columns * step) / 2 + step / 2
  const top = box.top + (height - rows * step) / 2 + step / 2
  const places = Array.from({ length: count }, (_, index) => ({
    x: left + Math.floor(index / rows) * step,
    y: top + (index % rows) * step,
  }))
  return { places, step }
}

/** So many places in the outline of a house: a roof with eaves, and walls under it. */
export function houseOf(count: number, box: Box): Grid {
  for (let step = 64; step > 4; step -= 1) {
    const rows = houseRows(Math.floor((box.bottom - box.top) / step))
    const room = rows.reduce((sum, width) => sum + width, 0)
    const fits = Math.max(...rows) * step <= box.right - box.left
    if (room < count || !fits) continue
    return { step, places: placesIn(trimmed(rows, count), box, step) }
  }
  return gridOf(count, box, 64)
}

/** How many places each row of a house has, from its ridge down. */
function houseRows(rows: number): number[] {
  const roof = Math.max(2, Math.round(rows * 0.4))
  const wide = roof * 4
  return Array.from({ length: rows }, (_, row) => (row < roof ? 4 + row * 4 : wide))
}

/** Rows that hold exactly so many: the walls give up what is too much, from the ground up. */
function trimmed(rows: readonly number[], count: number): number[] {
  const left = [...rows]
  let over = rows.reduce((sum, width) => sum + width, 0) - count
  for (let row = left.length - 1; over > 0 && row >= 0; row--) {
    const given = Math.min(over, left[row] ?? 0)
    left[row] = (left[row] ?? 0) - given
    over -= given
  }
  return left.filter((width) => width > 0)
}

function placesIn(rows: readonly number[], box: Box, step: number): Point[] {
  const middle = (box.left + box.right) / 2
  const top = box.bottom - rows.length * step + step / 2
  return rows.flatMap((width, row) =>
    Array.from({ length: width }, (_, index) => ({
      x: middle + (index - (width - 1) / 2) * step,
      y: top + row * step,
    })),
  )
}
