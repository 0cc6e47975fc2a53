import { groupBy } from './group.ts'

/** How dark a tile is: 1 for one or two cases, 2 for three to five, 3 for more. */
export type TileLevel = 0 | 1 | 2 | 3

export interface PlaceTile {
  name: string
  letter: string
  column: number
  row: number
  level: TileLevel
  count: number
  /** Of them, how many were collected from other portals. */
  collected: number
  href?: string
}

/** The map as a picture of a few strokes: what stands at each level, tiles of 5 on a grid of 6. */
export function smallMap(tiles: readonly PlaceTile[]): { level: TileLevel; path: string }[] {
  return [...groupBy(tiles, ({ level }) => [level])]
    .sort(([a], [b]) => a - b)
    .map(([level, some]) => ({
      level,
      path: some.map(({ column, row }) => `M${column * 6 - 5.5} ${row * 6 - 5.5}h5v5h-5z`).join(''),
    }))
}
