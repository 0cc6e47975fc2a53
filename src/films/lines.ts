import { segment } from '../content/segment.ts'
import { breakCost } from './break-cost.ts'

/** Characters a line of a caption may have; the rule `cues-are-short` holds it. */
const most = 18

/**
 * Break a caption into lines: one when it fits, else two, after a mark if one stands near the
 * middle, else between two words. A text too long for two lines comes back in two all the same, and
 * the check says so.
 */
export function captionLines(text: string, words: readonly string[]): string[] {
  if (width(text) <= most) return [text]
  const parts = phrasesOf(text, words)
  const breaks = parts.slice(1).map((next, index) => {
    const before = parts.slice(0, index + 1).join('')
    const after = text.slice(before.length)
    const over = Math.max(0, width(before) - most) + Math.max(0, width(after) - most)
    const uneven = Math.abs(width(before) - width(after)) / 2
    return { lines: [before, after], cost: over * 100 + uneven + breakCost(before, next) }
  })
  return breaks.reduce((a, b) => (b.cost < a.cost ? b : a), { lines: [text], cost: Infinity }).lines
}

/**
 * Parts of a text that no line break may fall into; marks end a part, except inside a kept word, and
 * so does the end of a name in quotation or title marks, which is never broken itself.
 */
export function phrasesOf(text: string, words: readonly string[]): string[] {
  const names = text.match(quotedName) ?? []
  const kept = [...words, ...names].filter((word) => /[，。；：、]/.test(word))
  return segment(text, names.length > 0 ? [...words, ...names] : words).flatMap((part) =>
    kept.some((word) => part.includes(word)) ? [part] : part.split(endOfPhrase),
  )
}

/** Marks round no more than a name; what is longer is a sentence, and breaks as one. */
const quotedName = /“[^“”]{1,8}”|《[^《》]{1,8}》/g
const endOfPhrase = /(?<=[，。；：、])|(?<=[”》])(?=\p{Script=Han})/u

/** Chinese and full-width characters are one, Latin ones a half. */
function width(text: string): number {
  let sum = 0
  for (const character of text) sum += character < '\u0100' ? 0.5 : 1
  return sum
}
