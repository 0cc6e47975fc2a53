import { breakCost } from './break-cost.ts'
import { phrasesOf } from './lines.ts'
import type { Layout } from './layout.ts'
import { text } from './nodes.ts'
import type { TextNode } from './nodes.ts'
import { fill, widthOf } from './widths.ts'

/** Sizes of a caption, the larger first; the smaller is still half as large again as a player's on a phone. */
const sizes = [52, 46]
/** Lines that have room in the zone of the captions. */
export const mostBurned = 3
const leading = 64

/**
 * The caption under an upright picture, as part of it: a film sent on has no player that shows its
 * captions file. Nothing in a wide film, whose captions belong to the player.
 */
export function burnedCaption(say: string, layout: Layout, words: readonly string[]): TextNode[] {
  if (layout.name === 'wide') return []
  const { width, margin, bottom } = layout
  const { lines, size } = burnedLines(say, { width: width - 2 * margin, words })
  return lines.map((line, index) =>
    text({ x: width / 2, y: bottom + 86 + index * leading }, line, { size, anchor: 'middle' }),
  )
}

/** A caption's lines, at whichever size and number of lines parts least of what is said together. */
export function burnedLines(
  say: string,
  { width, words }: { width: number; words: readonly string[] },
): { lines: string[]; size: number } {
  const phrases = phrasesOf(say, words)
  const tried = sizes.flatMap((size, smaller) => {
    const room = width / size
    const least = fill(phrases, room, 1).length
    const counts =
      least < mostBurned ? Array.from({ length: mostBurned }, (_, at) => at + 1) : [least]
    return counts
      .filter((count) => count >= least)
      .map((count) => {
        const { lines, cost } = brokenWell(phrases, { room, count })
        return { lines, size, cost: cost + (count - least) * dearer.line + smaller * dearer.size }
      })
  })
  const { lines, size } = tried.reduce((a, b) => (rank(b) < rank(a) ? b : a))
  return { lines, size }
}

/** What a further line and the smaller size cost, in ems of unevenness. */
const dearer = { line: 2.5, size: 2 }

/** Too many lines is worse than anything. */
function rank({ lines, cost }: { lines: readonly string[]; cost: number }): number {
  return cost + Math.max(0, lines.length - mostBurned) * 1e6
}

/** The phrases in so many lines, broken after marks where they stand, else as even as can be; `room` in ems. */
function brokenWell(
  phrases: readonly string[],
  { room, count }: { room: number; count: number },
): { lines: string[]; cost: number } {
  let best: { lines: string[]; cost: number } = { lines: fill(phrases, room, 1), cost: 1e3 }
  const even = widthOf(phrases.join(''), 1, 'serif') / count
  const place = (from: number, lines: readonly string[], cost: number) => {
    if (from === phrases.length && lines.length === count && cost < best.cost)
      best = { lines: [...lines], cost }
    if (lines.length === count) return
    for (let to = from + 1; to <= phrases.length; to++) {
      const line = phrases.slice(from, to).join('')
      const width = widthOf(line, 1, 'serif')
      if (width > room) return
      const next = phrases[to]
      const pause = next === undefined ? 0 : breakCost(line, next)
      place(to, [...lines, line], cost + pause + 0.15 * (width - even) ** 2)
    }
  }
  place(0, [], 0)
  return best
}
