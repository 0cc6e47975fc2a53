/**
 * Soft coverage: entries that hold much of what was asked, where few hold all of it. Browser-safe;
 * its own chunk, loaded when exact search found little.
 *
 * A query is cut into units (words, figures, places, quotations), each with other ways to say it.
 * Entries are ranked by the mass of what they cover, the rarer the more (inverse document frequency,
 * Spärck Jones 1972); the best ones' texts are read and ranked again by what really stands there.
 */
import type { FoldTable } from '../format/fold.ts'
import { makeHit, type Hit } from '../exact/hit.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import type { TermEvidence } from '../exact/rank.ts'
import { readVocabulary } from './read-vocabulary.ts'
import {
  coveringEntries,
  weighUnits,
  withoutSpuriousPairs,
  type CoveringEntry,
  type WeighedUnit,
} from './score-postings.ts'
import { scoreText, type ScoredText } from './score-text.ts'
import { unitsOf } from './units.ts'

/** A result that holds part of what was asked. */
interface NearHit extends Hit {
  /** What it does not hold, as typed. */
  missing: string[]
}

export interface Near {
  hits: NearHit[]
  /** Other spellings and words by which these were found. */
  also: string[]
  /** Share of the query that the best result covers. */
  coverage: number
  /** Part of the query stands nowhere. */
  strange: boolean
}

interface CoverageOptions {
  /** Results wanted. */
  limit: number
  /** Entries to keep, by facet, without those shown already. */
  accepts: (entry: number) => boolean
}

/** Texts read beyond the results wanted: what they say changes the order the lists gave. */
const spareTexts = 3
/** Results cover at least this share of what was asked, … */
const minCoverage = 0.3
/** … and are worth at least this share of the best one. */
const minScoreShare = 0.12

function hitOf({ haystack, evidence, score }: ScoredText): NearHit[] {
  const found: TermEvidence[] = evidence
    .filter(({ matches }) => matches.length)
    .map(({ matches }) => ({ matches, haystack }))
  const hit = makeHit(found.length ? found : [{ matches: [], haystack }], score)
  const missing = evidence
    .filter(({ weight, weighed }) => weight === 0 && !weighed.unit.loose)
    .map(({ weighed }) => weighed.unit.text)
  return hit ? [{ ...hit, missing }] : []
}

/** What the results were found by, beside what was typed. */
function alsoOf(results: ScoredText[]): string[] {
  const words = results.flatMap(({ evidence }) =>
    evidence.flatMap(({ matches, weighed }) => {
      const typed = weighed.unit.variants[0]?.phrase
      const own = matches.some(({ phrase }) => phrase === typed)
      return own ? [] : matches.slice(0, 1).map(({ phrase }) => phrase.runs.join('.'))
    }),
  )
  return [...new Set(words)].slice(0, 4)
}

async function scoreTexts(
  index: IndexReader,
  weighed: WeighedUnit[],
  candidates: CoveringEntry[],
): Promise<ScoredText[]> {
  const read = candidates.map(async (covering): Promise<ScoredText[]> => {
    const haystack = await index.haystack(covering.piece)
    await index.yieldToMain()
    return haystack ? [scoreText(covering, haystack, weighed)] : []
  })
  return (await Promise.all(read)).flat().sort((a, b) => b.score - a.score)
}

/** A query with all that its posting lists tell. */
export interface PreparedQuery {
  weighed: WeighedUnit[]
  candidates: CoveringEntry[]
}

/** Reads the posting lists of a query: what can be done before exact search has ended. */
export async function prepareCoverage(
  index: IndexReader,
  query: string,
  table?: FoldTable,
): Promise<PreparedQuery> {
  const [vocabulary, zones] = await Promise.all([readVocabulary(index), index.zones()])
  const units = unitsOf(query, vocabulary, table)
  if (!units.length) return { weighed: [], candidates: [] }
  const weighed = withoutSpuriousPairs(await weighUnits(index, units))
  return { weighed, candidates: await coveringEntries(weighed, zones, index) }
}

/** Entries that cover much of the query, best first, after a look at their texts. */
export async function searchCoverage(
  index: IndexReader,
  { weighed, candidates }: PreparedQuery,
  { limit, accepts }: CoverageOptions,
): Promise<Near> {
  const texts = limit > 0 ? limit + spareTexts : 0
  const accepted = candidates.filter(({ entry }) => accepts(entry)).slice(0, texts)
  const ranked = (await scoreTexts(index, weighed, accepted)).slice(0, Math.max(0, limit))
  const minScore = (ranked[0]?.score ?? 0) * minScoreShare
  const results = ranked.filter((one) => one.coverage >= minCoverage && one.score >= minScore)
  const coverage = Math.max(0, ...results.map((one) => one.coverage))
  const strange = weighed.some(({ lists }) => lists.every((list) => list?.pieces.length === 0))
  return { hits: results.flatMap(hitOf), also: alsoOf(results), coverage, strange }
}
