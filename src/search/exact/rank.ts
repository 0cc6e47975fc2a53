/** The order in which checked results are shown. Browser-safe. */
import type { SectionField } from '../format/document.ts'
import type { Haystack } from '../format/piece.ts'
import type { Match } from './verify.ts'

/** Larger is better: what a reader most likely means by a match there. */
const fieldRank: Record<SectionField, number> = {
  title: 5,
  name: 5,
  heading: 3,
  fact: 3,
  summary: 2,
  quiz: 2,
  body: 1,
  transcript: 1,
}

/** What a checked term shows of itself. */
export interface TermEvidence {
  matches: Match[]
  haystack: Haystack
}

/** A number that begins in the middle of a longer one: 63家 in 163家. */
function onlyInsideNumber({ haystack, matches }: TermEvidence): boolean {
  const digit = (at: number): boolean => /\d/u.test(haystack.text.charAt(at))
  return matches.length > 0 && matches.every(({ start }) => digit(start) && digit(start - 1))
}

/** What only has the number asked as part of a longer one stands behind all that has it. */
const longerNumberPenalty = 7
const otherSpellingPenalty = 0.5

function evidenceRank(evidence: TermEvidence): number {
  const { matches, haystack } = evidence
  const [title] = haystack.spans
  const isFullTitle = matches.some(
    ({ start, end, span }) => span === title && start === 0 && end === span.folded.text.length,
  )
  const best = Math.max(0, ...matches.map(({ span }) => fieldRank[span.section.field]))
  const isOtherSpelling = matches.every(({ phrase }) => phrase.other)
  if (onlyInsideNumber(evidence)) return best - longerNumberPenalty
  return (isFullTitle ? 6 : best) - (isOtherSpelling ? otherSpellingPenalty : 0)
}

/** The least of the terms' ranks: a result is as good as its weakest term. */
export function rankOf(evidence: TermEvidence[]): number {
  return Math.min(...evidence.map(evidenceRank))
}
