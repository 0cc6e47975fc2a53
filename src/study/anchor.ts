import search from 'approx-string-match'
import type { Anchor } from './activity.ts'

/**
 * Where a note stands in a text, so that it is found again after the text was edited: the quotation
 * with some words on either side, as in the W3C's Web Annotation Data Model (TextQuoteSelector).
 */

/** Characters kept on either side of the quotation. */
const around = 32
/** Share of a quotation's characters that may have changed. */
const tolerance = 0.3
/** Longer quotations are compared by their two ends: the search is linear in both lengths. */
const longest = 400

export interface Span {
  from: number
  to: number
}

export function anchorOf(text: string, { from, to }: Span): Anchor {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - around), from),
    suffix: text.slice(to, to + around),
    start: from,
  }
}

/** The span an anchor names in a text that may have changed; undefined when it is gone. */
export function findAnchor(text: string, anchor: Anchor): Span | undefined {
  const places = exactly(text, anchor.exact)
  const spans = places.length > 0 ? places : nearly(text, anchor.exact)
  const [best] = spans
    .map((span) => ({ span, score: likeness(text, span, anchor) }))
    .sort((a, b) => b.score - a.score || distance(a.span, anchor) - distance(b.span, anchor))
  return best?.span
}

function exactly(text: string, exact: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    spans.push({ from: at, to: at + exact.length })
  return spans
}

/** Spans with the fewest changed characters, if few enough changed. */
function nearly(text: string, exact: string): Span[] {
  if (exact.length > longest) {
    const half = longest / 2
    const from = findAnchor(text, { exact: exact.slice(0, half), prefix: '', suffix: '', start: 0 })
    const to = findAnchor(text, { exact: exact.slice(-half), prefix: '', suffix: '', start: 0 })
    return from && to && from.from < to.to ? [{ from: from.from, to: to.to }] : []
  }
  const found = search(text, exact, Math.floor(exact.length * tolerance))
  const fewest = Math.min(...found.map(({ errors }) => errors))
  return found
    .filter(({ errors }) => errors === fewest)
    .map(({ start, end }) => ({ from: start, to: end }))
}

/** Characters around a span that agree with those around the anchor, counted outwards. */
function likeness(text: string, { from, to }: Span, { prefix, suffix }: Anchor): number {
  let before = 0
  while (
    before < prefix.length &&
    before < from &&
    text[from - 1 - before] === prefix[prefix.length - 1 - before]
  )
    before += 1
  let after = 0
  while (after < suffix.length && text[to + after] === suffix[after]) after += 1
  return before + after
}

function distance({ from }: Span, { start }: Anchor): number {
  return Math.abs(from - start)
}
