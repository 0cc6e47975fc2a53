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

/** So many places in the outline of a house with a door; `beside` more stand in a column next to it. */
export function houseOf(count: number, box: Box, beside: number): Grid {
  const room = { width: box.right - box.left, height: box.bottom - box.top }
  const found = housesOf(count)
    .map((house) => {
      const columns = house.eaves + (beside > 0 ? 2 : 0)
      return { ...house, columns, step: Math.min(room.width / columns, room.height / house.rows) }
    })
    .reduce<(House & { columns: number; step: number }) | undefined>(
      (best, one) => (best && best.step >= one.step ? best : one),
      undefined,
    )
  if (!found) return gridOf(count + beside, box, 64)
  const { step, eaves, rows } = found
  const left = box.left + (room.width - found.columns * step) / 2 + step / 2
  const bottom = box.bottom - step / 2
  const walls = placesIn(found, { left, top: bottom - (rows - 1) * step, step })
  const others = Array.from({ length: beside }, (_, index) => ({
    x: left + (eaves + 0.5) * step,
    y: bottom - index * step,
  }))
  return { step, places: [...walls, ...others] }
}

/** Rows of the roof grow from two by four, the walls are one narrower on each side than the eaves. */
interface House {
  roof: number
  eaves: number
  rows: number
  door: { width: number; height: number }
}

/** Every house of exactly so many places, its walls no higher than its roof, with a lintel over its door. */
function housesOf(count: number): House[] {
  const sizes = Array.from({ length: 12 }, (_, index) => index + 3)
  return sizes.flatMap((roof) =>
    sizes.flatMap((walls) => {
      if (walls > roof) return []
      const eaves = 4 * roof - 2
      const left = 2 * roof * roof + walls * (eaves - 2) - count
      return [2, 4].flatMap((width): House[] => {
        const height = left / width
        const isDoor = Number.isInteger(height) && height >= 2 && height < walls
        return isDoor ? [{ roof, eaves, rows: roof + walls, door: { width, height } }] : []
      })
    }),
  )
}

function placesIn(
  { roof, eaves, rows, door }: House,
  { left, top, step }: { left: number; top: number; step: number },
): Point[] {
  return Array.from({ length: rows }, (_, row) => {
    const width = row < roof ? 2 + 4 * row : eaves - 2
    const inset = (eaves - width) / 2
    const isDoor = (column: number) =>
      row >= rows - door.height && Math.abs(column - (width - 1) / 2) < door.width / 2
    return Array.from({ length: width }, (_, column) => column)
      .filter((column) => !isDoor(column))
      .map((column) => ({ x: left + (inset + column) * step, y: top + row * step }))
  }).flat()
}
