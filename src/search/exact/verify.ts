/** Checks the real string: whether and where a text holds a term. Browser-safe. */
import type { Haystack, Span } from '../format/piece.ts'
import type { Phrase, Term } from './parse-query.ts'

export interface Match {
  /** Offsets in the haystack's folded text. */
  start: number
  end: number
  span: Span
  phrase: Phrase
}

/** Marking more helps nobody. */
const maxMatches = 40

/** End of the phrase when it stands at `start`: runs in order, only blanks between. */
function endOfPhrase(text: string, runs: string[], start: number): number | undefined {
  let at = start
  for (const [index, run] of runs.entries()) {
    if (index > 0) while (text[at] === ' ') at++
    if (!text.startsWith(run, at)) return undefined
    at += run.length
  }
  return at
}

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)

/** A query that is one Latin word or number matches where a word begins, not inside another. */
function beginsWord(text: string, start: number, phrase: Phrase): boolean {
  const [run = ''] = phrase.runs
  if (phrase.runs.length > 1 || !/^[a-z0-9]+$/u.test(run)) return true
  return start === 0 || !isLatin(text.charCodeAt(start - 1))
}

function spanAt(spans: Span[], at: number): Span | undefined {
  let found: Span | undefined
  for (const span of spans) if (span.start <= at) found = span
  return found
}

function matchPhrase(haystack: Haystack, phrase: Phrase): Match[] {
  const { text, spans, piece } = haystack
  const [first] = phrase.runs
  if (phrase.date) {
    const [title] = spans
    return title && piece.date.startsWith(phrase.date)
      ? [{ start: 0, end: 0, span: title, phrase }]
      : []
  }
  const matches: Match[] = []
  if (!first) return matches
  let start = text.indexOf(first)
  for (; start >= 0 && matches.length < maxMatches; start = text.indexOf(first, start + 1)) {
    const end = endOfPhrase(text, phrase.runs, start)
    const span = spanAt(spans, start)
    if (end !== undefined && span && beginsWord(text, start, phrase))
      matches.push({ start, end, span, phrase })
  }
  return matches
}

/** Where the term stands; empty when it does not. */
export function matchesOf(haystack: Haystack, term: Term): Match[] {
  return term.phrases.flatMap((phrase) => matchPhrase(haystack, phrase))
}
