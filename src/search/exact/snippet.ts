/** The passage shown under a hit, with what to mark in it. Browser-safe. */
import { rangeInSpan, type Span, type TextRange } from '../format/piece.ts'
import type { TermEvidence } from './rank.ts'

export interface Snippet {
  text: string
  /** Ascending and apart; UTF-16 offsets in `text`. */
  ranges: TextRange[]
}

/** Characters: two lines on a phone. */
const snippetLength = 90
const contextLength = 24

/** Joins ranges that touch or overlap. */
function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/** What all terms mark in a span. */
export function rangesIn(span: Span, evidence: TermEvidence[]): TextRange[] {
  const ranges = evidence
    .flatMap(({ matches }) => matches)
    .filter((match) => match.start < match.end)
    .map(({ start, end }) => rangeInSpan(span, start, end))
    .filter((range) => range !== undefined)
  return mergeRanges(ranges)
}

/** The first place of a window that holds most marks. */
function bestStart(ranges: TextRange[]): number {
  let best = { start: ranges[0]?.start ?? 0, count: 0 }
  for (const { start } of ranges) {
    const window = start - contextLength + snippetLength
    const count = ranges.filter((range) => range.start >= start && range.end <= window).length
    if (count > best.count) best = { start, count }
  }
  return best.start
}

const sentenceEnd = /[。！？；\n][”’」』）》〉】]*$/u
/** What closes the sentence before, or remarks on it in brackets, still belongs to that. */
const belongsBefore = /[”’」』）》〉】（]/u

function isSentenceStart(text: string, at: number): boolean {
  return (
    sentenceEnd.test(text.slice(Math.max(0, at - 8), at)) && !belongsBefore.test(text.charAt(at))
  )
}

/** Starts at the sentence when it begins close before, else at a few characters of context. */
function windowStart(text: string, first: number): number {
  if (first <= contextLength) return 0
  let start = first
  while (start > first - contextLength && !isSentenceStart(text, start)) start -= 1
  while (isWithinFigure(text, start)) start--
  const code = text.charCodeAt(start)
  return code >= 0xdc00 && code <= 0xdfff ? start - 1 : start
}

/** A cut here would part a number or a date: 3|0日, 2017年|6月. */
function isWithinFigure(text: string, at: number): boolean {
  return /[\d.年月]/.test(text.charAt(at - 1)) && /[\d.年月日]/.test(text.charAt(at))
}

export function makeSnippet(text: string, ranges: TextRange[]): Snippet {
  const start = windowStart(text, bestStart(ranges))
  let end = Math.min(text.length, start + snippetLength)
  const code = text.charCodeAt(end - 1)
  if (end < text.length && code >= 0xd800 && code <= 0xdbff) end--
  while (end > start + snippetLength / 2 && isWithinFigure(text, end)) end--
  const head = start > 0 && !isSentenceStart(text, start) ? '…' : ''
  const shift = head.length - start
  return {
    text: head + text.slice(start, end).replaceAll('\n', ' ') + (end < text.length ? '…' : ''),
    ranges: ranges
      .filter((range) => range.start < end && range.end > start)
      .map((range) => ({
        start: Math.max(range.start, start) + shift,
        end: Math.min(range.end, end) + shift,
      })),
  }
}
