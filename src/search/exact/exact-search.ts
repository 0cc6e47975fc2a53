/**
 * Exact search: candidates from the posting lists, then their texts, until enough are checked.
 * Browser-safe.
 */
import { lookUp, type Lookup } from './lookup.ts'
import type { IndexReader } from './index-reader.ts'
import {
  keysOfTerms,
  matchTerm,
  piecesOf,
  planCandidates,
  skipLongLists,
  type Candidate,
} from './candidates.ts'
import type { Term } from './parse-query.ts'
import { rankOf, type TermEvidence } from './rank.ts'
import { matchesOf } from './verify.ts'

export interface Checked {
  candidate: Candidate
  evidence: TermEvidence[]
  rank: number
}

export interface ExactResult {
  /** Checked entries, in the order to show. */
  checked: Checked[]
  /** Entries that may match, of any facet, checked or not, without those the check refused. */
  entries: number[]
  /** Every accepted entry of `entries` was checked, or needs no check. */
  settled: boolean
  /** The lists used, for what follows when nothing was found. */
  lookup: Lookup
}

export interface ExactOptions {
  /** Results wanted. */
  limit: number
  /** Entries to keep, by facet. */
  accepts: (entry: number) => boolean
  /**
   * Texts fetched for each result wanted, before a query of frequent words gives up; default 5, and 20
   * while there is no result at all.
   */
  patience?: number
  /** Use every pair from the start, as for a guess whose pairs were looked up to weigh it. */
  everyPair?: boolean
  /** Told how many candidates there are, before any text is read, and again once many are refused. */
  onPlan?: (candidates: number) => void
}

/** Pieces of one term that are tried before an entry is given up. */
const maxPiecesOfTerm = 8
const defaultPatience = 5
/** To say of a text that it stands nowhere takes more than a few texts without it. */
const patienceWithoutHits = 20

async function checkTerm(
  index: IndexReader,
  term: Term,
  pieces: number[],
): Promise<TermEvidence | undefined> {
  for (const piece of pieces.slice(0, maxPiecesOfTerm)) {
    const haystack = await index.haystack(piece)
    const matches = haystack ? matchesOf(haystack, term) : []
    if (haystack && matches.length) return { matches, haystack }
  }
  return undefined
}

async function check(
  index: IndexReader,
  terms: Term[],
  candidate: Candidate,
): Promise<Checked | undefined> {
  const found = await Promise.all(
    terms.map((term, i) => checkTerm(index, term, piecesOf(candidate, i))),
  )
  const evidence = found.filter((term) => term !== undefined)
  if (evidence.length < terms.length) return undefined
  return { candidate, evidence, rank: rankOf(evidence) }
}

/** Better evidence first; among equals the planned order: impact, then the more recent. */
function inOrder(checked: Checked[]): Checked[] {
  return [...checked].sort(
    (a, b) =>
      b.rank - a.rank ||
      b.candidate.score - a.candidate.score ||
      titleLength(a) - titleLength(b) ||
      b.candidate.entry - a.candidate.entry,
  )
}

/** Among titles with the term the shorter is nearer to it; elsewhere length says nothing. */
function titleLength({ rank, evidence }: Checked): number {
  return rank >= 4.5 ? (evidence[0]?.haystack.piece.title.length ?? 0) : 0
}

interface Progress {
  checked: Checked[]
  seen: Set<number>
  refused: Set<number>
  candidates: Candidate[]
  accepts: (entry: number) => boolean
}

const uncheckedIn = ({ candidates, seen, accepts }: Progress): Candidate[] =>
  candidates.filter(({ entry }) => !seen.has(entry) && accepts(entry))

/** Results that are what was asked; a longer number, whose rank is below 0, counts for none. */
const countSound = ({ checked }: Progress): number => checked.filter(({ rank }) => rank >= 0).length

/** Checks the next candidates; true when there is reason to go on. */
async function checkNextBatch(
  index: IndexReader,
  terms: Term[],
  progress: Progress,
  { limit, patience }: ExactOptions,
): Promise<boolean> {
  const { checked, seen, refused } = progress
  const unchecked = uncheckedIn(progress)
  // Where many texts were read for nothing, more are read at a time.
  const isUnsuccessful = checked.length === 0 && seen.size >= limit * defaultPatience
  const batch = unchecked.slice(0, isUnsuccessful ? limit * 3 : limit - countSound(progress))
  const results = await Promise.all(batch.map((candidate) => check(index, terms, candidate)))
  batch.forEach(({ entry }, i) => {
    const result = results[i]
    seen.add(entry)
    if (result) checked.push(result)
    else refused.add(entry)
  })
  const usualPatience = checked.length > 0 ? defaultPatience : patienceWithoutHits
  const maxChecked = limit * (patience ?? usualPatience)
  return unchecked.length > batch.length && countSound(progress) < limit && seen.size < maxChecked
}

async function planSearch(
  index: IndexReader,
  terms: Term[],
  all: boolean,
  limit: number,
): Promise<Pick<ExactResult, 'lookup'> & Pick<Progress, 'candidates'>> {
  const [zones, lookup] = await Promise.all([
    index.zones(),
    lookUp(index, keysOfTerms(terms, all), skipLongLists(terms, all, limit)),
  ])
  const matches = terms.map((term) => matchTerm(term, lookup, all))
  return { lookup, candidates: planCandidates(matches, zones) }
}

/** Whether the whole of a term is one gram, which leaves nothing to check. */
const isOneGram = (term: Term): boolean =>
  keysOfTerms([term], true)
    .map(({ key }) => key)
    .join() === term.phrases[0]?.runs.join('')

/** Finds the entries that hold every term. */
export async function searchExact(
  index: IndexReader,
  terms: Term[],
  options: ExactOptions,
): Promise<ExactResult> {
  let refined = options.everyPair ?? false
  let { lookup, candidates } = await planSearch(index, terms, refined, options.limit)
  options.onPlan?.(candidates.length)
  const state = { checked: [], seen: new Set<number>(), refused: new Set<number>() }
  const progress: Progress = { ...state, candidates, accepts: options.accepts }
  while (progress.candidates.length && (await checkNextBatch(index, terms, progress, options))) {
    if (refined || progress.refused.size * 3 < progress.seen.size) continue
    // Many candidates lacked the real string: fetch the remaining pairs before more texts.
    refined = true
    options.onPlan?.(progress.checked.length)
    ;({ lookup, candidates } = await planSearch(index, terms, true, options.limit))
    progress.candidates = candidates
  }
  const entries = progress.candidates
    .map(({ entry }) => entry)
    .filter((entry) => !progress.refused.has(entry))
  const certain = terms.every(isOneGram)
  const settled = certain || uncheckedIn(progress).length === 0
  return { checked: inOrder(progress.checked), entries, settled, lookup }
}
