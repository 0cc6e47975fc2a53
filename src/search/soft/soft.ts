/**
 * Soft coverage: entries that hold much of what was asked, where few hold all of it. Browser-safe;
 * its own chunk, loaded when exact search found little.
 *
 * A query is cut into units (words, figures, places, quotations), each with other ways to say it.
 * Entries are ranked by the mass of what they cover, the rarer the more (inverse document frequency,
 * Spärck Jones 1972); the best ones' texts are read and ranked again by what really stands there.
 */
import type { FoldTable } from '../fold.ts'
import { makeHit, type Hit } from '../hit.ts'
import type { Index } from '../index-files.ts'
import type { TermEvidence } from '../rank.ts'
import { readVocabulary } from '../words.ts'
import { coveringEntries, weigh, withoutArtefacts, type Covering, type Weighed } from './gather.ts'
import { judge, type Read } from './judge.ts'
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

interface SoftOptions {
  /** Results wanted. */
  limit: number
  /** Entries to keep, by facet, without those shown already. */
  accepts: (entry: number) => boolean
}

/** Results cover at least this share of what was asked, … */
const leastCoverage = 0.3
/** … and are worth at least this share of the best one. */
const leastOfBest = 0.12

function hitOf({ haystack, evidence, score }: Read): NearHit[] {
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
function alsoOf(shown: Read[]): string[] {
  const words = shown.flatMap(({ evidence }) =>
    evidence.flatMap(({ matches, weighed }) => {
      const typed = weighed.unit.variants[0]?.phrase
      const own = matches.some(({ phrase }) => phrase === typed)
      return own ? [] : matches.slice(0, 1).map(({ phrase }) => phrase.runs.join('.'))
    }),
  )
  return [...new Set(words)].slice(0, 4)
}

async function readBest(index: Index, weighed: Weighed[], candidates: Covering[]): Promise<Read[]> {
  const read = candidates.map(async (covering): Promise<Read[]> => {
    const haystack = await index.haystack(covering.piece)
    await index.breathe()
    return haystack ? [judge(covering, haystack, weighed)] : []
  })
  return (await Promise.all(read)).flat().sort((a, b) => b.score - a.score)
}

/** A query with all that its posting lists tell. */
export interface Prepared {
  weighed: Weighed[]
  candidates: Covering[]
}

/** Reads the posting lists of a query: what can be done before exact search has ended. */
export async function prepareSoft(
  index: Index,
  query: string,
  table?: FoldTable,
): Promise<Prepared> {
  const [vocabulary, zones] = await Promise.all([readVocabulary(index), index.zones()])
  const units = unitsOf(query, vocabulary, table)
  if (!units.length) return { weighed: [], candidates: [] }
  const weighed = withoutArtefacts(await weigh(index, units))
  return { weighed, candidates: await coveringEntries(weighed, zones, index) }
}

/** Entries that cover much of the query, best first, after a look at their texts. */
export async function searchSoft(
  index: Index,
  { weighed, candidates }: Prepared,
  { limit, accepts }: SoftOptions,
): Promise<Near> {
  const accepted = candidates.filter(({ entry }) => accepts(entry)).slice(0, Math.max(0, limit))
  const ranked = await readBest(index, weighed, accepted)
  const least = (ranked[0]?.score ?? 0) * leastOfBest
  const shown = ranked.filter((one) => one.coverage >= leastCoverage && one.score >= least)
  const coverage = Math.max(0, ...shown.map((one) => one.coverage))
  const strange = weighed.some(({ lists }) => lists.every((list) => list?.pieces.length === 0))
  return { hits: shown.flatMap(hitOf), also: alsoOf(shown), coverage, strange }
}
