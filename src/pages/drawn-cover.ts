/** How strongly a mark of a cover is drawn: hot is the one thing in red. */
export type Tone = 'hot' | 'mid' | 'soft'

/** What a thing shows of itself in a list, drawn from its own data on 320 by 180. */
export interface DrawnCover {
  numeral?: { text: string; x: number; y: number; size: number }
  bars: { tone: Tone; x: number; y: number; width: number; height: number }[]
  lines: { tone: Tone; path: string; width: number }[]
  dots?: { tone: Tone; x: number; y: number; radius: number }[]
  /** Packs stand on paper, courses on the tide, topics on sand. */
  ground?: 'tide' | 'sand'
}

/** A thing in a list, with its cover where it has one. */
export interface CoverCard {
  href: string
  eyebrow?: string
  title: string
  summary: string
  note: string
  cover?: DrawnCover
}

/** To a tenth of a unit, which is less than the eye can tell. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A point on a circle, so many turns from twelve o'clock: `x y` of a path. */
export function onCircle(at: { x: number; y: number; radius: number }, turns: number): string {
  const angle = turns * 2 * Math.PI
  return `${round(at.x + at.radius * Math.sin(angle))} ${round(at.y - at.radius * Math.cos(angle))}`
}

/** A part of a circle, in turns from twelve o'clock. */
export function arc(
  at: { x: number; y: number; radius: number },
  from: number,
  to: number,
): string {
  const large = to - from > 0.5 ? 1 : 0
  return `M${onCircle(at, from)}A${at.radius} ${at.radius} 0 ${large} 1 ${onCircle(at, to)}`
}

/**
 * For each thing of a list the first of its drawings that no thing before it has; the drawings are tried from another
 * one each time, so that neighbours differ in kind, beside and below where three stand in a row. The last is taken where all are used.
 */
export function coversOf<Thing>(
  things: readonly Thing[],
  drawingsOf: (thing: Thing) => readonly DrawnCover[],
): DrawnCover[] {
  const used = new Set<string>()
  return things.map((thing, index) => {
    const drawings = drawingsOf(thing)
    const turned = drawings.map(
      (_, by) => drawings[(index + Math.floor(index / 3) + by) % drawings.length],
    )
    const cover = turned.find((one) => !used.has(JSON.stringify(one))) ??
      turned[0] ?? { bars: [], lines: [] }
    used.add(JSON.stringify(cover))
    return cover
  })
}
