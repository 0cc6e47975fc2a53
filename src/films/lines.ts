import { segment } from '../content/segment.ts'

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
  const breaks = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join(''))
  const cost = (before: string) => {
    const after = text.slice(before.length)
    const over = Math.max(0, width(before) - most) + Math.max(0, width(after) - most)
    const mark = /[，。；：]$/.test(before) ? 0 : before.endsWith('、') ? 2 : 5
    return over * 100 + mark + Math.abs(width(before) - width(after)) / 2
  }
  const best = breaks.reduce((a, b) => (cost(b) < cost(a) ? b : a), breaks[0] ?? text)
  return best === text ? [text] : [best, text.slice(best.length)]
}

/** Parts of a text that no line break may fall into; marks end a part, except inside a kept word. */
export function phrasesOf(text: string, words: readonly string[]): string[] {
  const kept = words.filter((word) => /[，。；：、]/.test(word))
  return segment(text, words).flatMap((part) =>
    kept.some((word) => part.includes(word)) ? [part] : part.split(/(?<=[，。；：、])/),
  )
}

/** Chinese and full-width characters are one, Latin ones a half. */
function width(text: string): number {
  let sum = 0
  for (const character of text) sum += character < '\u0100' ? 0.5 : 1
  return sum
}
