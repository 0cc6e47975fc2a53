import { eastAsianWidth } from 'get-east-asian-width'
import type { Issue } from '../model/issue.ts'

/** Columns of a terminal that an excerpt takes at most, and those kept before the place. */
const widest = 72
const lead = 24

/** What would move the cursor or hide: shown as one column each. */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc]/gu
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A line and its marker: two lines of the same width in a terminal up to the end of the mark. */
interface Excerpt {
  line: string
  /** Columns before the mark, and columns it takes. */
  before: number
  marked: number
}

/** The line an issue stands on, cut to fit around the place; undefined when it is blank or unknown. */
export function excerptOf(issue: Issue, lines: readonly string[]): Excerpt | undefined {
  const source = lines[issue.line - 1]
  if (source === undefined || source.trim() === '') return undefined
  const from = Math.min(issue.column - 1, source.length)
  const to = Math.min(Math.max(from, endOf(issue, source.length)), source.length)
  const start = from > widest ? boundary(source, from - lead) : startOf(source, from)
  const head = start > 0 ? '…' : ''
  const before = fit(source.slice(start, from), widest)
  const marked = fit(source.slice(from, Math.min(to, from + widest)), widest - before.columns)
  const cut = from + marked.text.length
  const room = widest - before.columns - marked.columns
  const after = fit(source.slice(cut, cut + widest), room)
  const tail = cut + after.text.length < source.length ? '…' : ''
  return {
    line:
      head +
      [before, marked, after].map(({ text }) => text.replace(unseen, '\ufffd')).join('') +
      tail,
    before: head.length + before.columns,
    marked: Math.max(1, marked.columns),
  }
}

/** Columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  return fit(text, Infinity).columns
}

/** Offset at which the mark ends; a place that goes on below is marked to the end of its first line. */
function endOf({ line, column, endLine, endColumn }: Issue, length: number): number {
  if (endLine !== undefined && endLine > line) return length
  return (endColumn ?? column) - 1
}

/** Where the excerpt begins: as far left as leaves the place inside it. */
function startOf(source: string, from: number): number {
  return columnsOf(source.slice(0, from)) > widest - lead ? boundary(source, from - lead / 2) : 0
}

/** An offset that does not cut a surrogate pair. */
function boundary(source: string, at: number): number {
  const offset = Math.max(0, at)
  return /[\udc00-\udfff]/.test(source.charAt(offset)) ? offset + 1 : offset
}

/** As many whole characters as fit. */
function fit(text: string, room: number): { text: string; columns: number } {
  let columns = 0
  let length = 0
  for (const { segment } of graphemes.segment(text)) {
    const width = graphemeWidth(segment)
    if (columns + width > room) break
    columns += width
    length += segment.length
  }
  return { text: text.slice(0, length), columns }
}

/** Widths as terminals draw them: https://www.unicode.org/reports/tr11/, emoji two columns. */
function graphemeWidth(grapheme: string): number {
  if (/^\p{M}/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u.test(grapheme)) return 2
  const point = grapheme.codePointAt(0) ?? 0
  return grapheme.search(unseen) === 0 ? 1 : eastAsianWidth(point)
}
