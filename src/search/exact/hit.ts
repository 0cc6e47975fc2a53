/** A result as the reader sees it. Browser-safe. */
import type { SectionField } from '../format/document.ts'
import type { Checked } from './exact-search.ts'
import type { Piece, Span, TextRange } from '../format/piece.ts'
import type { TermEvidence } from './rank.ts'
import { makeSnippet, rangesIn, type Snippet } from './snippet.ts'

export interface Hit {
  path: string
  title: string
  /** What to mark in the title. */
  titleRanges: TextRange[]
  kind: string
  kindLabel: string
  date?: string
  /** What the document says beside its kind. */
  note?: string
  score: number
  snippet: Snippet
  /** Where the snippet is from. */
  field: SectionField
  anchor?: string
  /** Seconds into the video. */
  at?: number
}

/** A quiz would give its answer away, so it is shown only when nothing else holds the words. */
const snippetBoosts: Partial<Record<SectionField, number>> = { fact: 3, summary: 1, quiz: -1 }

const hasMatchIn = (span: Span, { matches }: TermEvidence): boolean =>
  matches.some((match) => match.span === span)

/** How many different terms a span holds, then how much its field says. */
function snippetScore(span: Span, evidence: TermEvidence[]): number {
  const terms = evidence.filter((term) => hasMatchIn(span, term))
  return terms.length * 10 + (snippetBoosts[span.section.field] ?? 0)
}

/** The section to show: the one with most terms; without any, where the text begins. */
function chooseSpan(evidence: TermEvidence[]): Span | undefined {
  const spans = [...new Set(evidence.flatMap(({ haystack }) => haystack.spans.slice(1)))]
  const [first] = spans
  return spans.reduce(
    (best, span) =>
      best && snippetScore(span, evidence) > snippetScore(best, evidence) ? span : best,
    first,
  )
}

const headOf = (
  piece: Piece,
): Pick<Hit, 'path' | 'title' | 'kind' | 'kindLabel' | 'date' | 'note'> => ({
  path: piece.path,
  title: piece.title,
  kind: piece.kind,
  kindLabel: piece.kindLabel,
  ...(piece.date ? { date: piece.date } : {}),
  ...(piece.note ? { note: piece.note } : {}),
})

/** Only a place that holds a match is worth jumping to. */
function positionOf(span: Span | undefined, evidence: TermEvidence[]): Pick<Hit, 'anchor' | 'at'> {
  if (!span || !evidence.some((term) => hasMatchIn(span, term))) return {}
  const { anchor, at } = span.section
  return { ...(anchor ? { anchor } : {}), ...(at === undefined ? {} : { at }) }
}

/** Offsets only mean something in their own haystack. */
const evidenceFor = (span: Span, evidence: TermEvidence[]): TermEvidence[] =>
  evidence.filter(({ haystack }) => haystack.spans.includes(span))

/** Undefined only without evidence. */
export function makeHit(evidence: TermEvidence[], score: number): Hit | undefined {
  const [first] = evidence
  const title = first?.haystack.spans[0]
  if (!first || !title) return undefined
  const span = chooseSpan(evidence)
  const ranges = span ? rangesIn(span, evidenceFor(span, evidence)) : []
  return {
    ...headOf(first.haystack.piece),
    titleRanges: rangesIn(title, evidenceFor(title, evidence)),
    score,
    snippet: makeSnippet(span?.section.text ?? '', ranges),
    field: span?.section.field ?? 'title',
    ...positionOf(span, evidence),
  }
}

/** What exact search found, as readers see it. */
export const hitsOf = (checked: readonly Checked[]): Hit[] =>
  checked.flatMap(
    ({ evidence, rank, candidate }) => makeHit(evidence, rank + candidate.score / 1000) ?? [],
  )
