import type { Motif } from '../model/films/motifs.ts'
import { strokes } from './motif-strokes.ts'
import { short, stroke } from './nodes.ts'
import type { Dot, Node, Point } from './nodes.ts'
import { lengthOf } from './path-length.ts'
import type { Ink } from './palette.ts'

/** A motif as nodes: drawn stroke by stroke to `part` (0 to 1); its dot is the film's. */
export function drawMotif(
  name: Motif,
  { x, y, size, part = 1, ink = 'text' }: Point & { size: number; part?: number; ink?: Ink },
): Node[] {
  const scale = size / 96
  const width = size > 300 ? 2.3 : 3
  const { paths } = strokes[name]
  const lengths = paths.map(lengthOf)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let left = part * total
  return paths.flatMap((d, index): Node[] => {
    const length = lengths[index] ?? 0
    const drawn = Math.min(length, left)
    left -= drawn
    if (drawn <= 0) return []
    const dash = drawn < length ? `${short(drawn)} ${short(length * 2)}` : undefined
    return [stroke(d, ink, width, { at: { x, y, scale }, ...(dash ? { dash } : {}) })]
  })
}

/** Where a motif's dot stands, when the motif stands at a place in a size. */
export function motifDot(name: Motif, { x, y, size }: Point & { size: number }): Dot {
  const scale = size / 96
  const { dot } = strokes[name]
  return { x: x + dot.x * scale, y: y + dot.y * scale, r: Math.max(9, 4.5 * scale) }
}
