import type { TextRange } from '../../../src/search/query.ts'

/** A run of text, marked or not; drawn as text, never as HTML. */
export interface Part {
  text: string
  marked: boolean
}

/** A text cut at its ranges, which are ascending and apart. */
export function markParts(text: string, ranges: readonly TextRange[]): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { start, end } of ranges) {
    parts.push({ text: text.slice(done, start), marked: false })
    parts.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  return [...parts, { text: text.slice(done), marked: false }].filter((part) => part.text !== '')
}
