/**
 * Beyond exact search: what else a reader may be content with. Browser-safe; a chunk of its own.
 *
 * Letters are read as pinyin where they stand nowhere as letters; then entries that cover much of
 * the query; then what was probably meant, where little covers it; then titles that look alike.
 */
import type { ExactOptions, ExactResult } from '../exact/exact-search.ts'
import { searchExact } from '../exact/exact-search.ts'
import type { FoldTable } from '../format/fold.ts'
import { hitsOf, type Hit } from '../exact/hit.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import type { Mended } from '../spelling/mend.ts'
import type { Term } from '../exact/parse-query.ts'
import type { Corrected, SearchResult } from './result.ts'
import {
  prepareCoverage,
  searchCoverage,
  type Near,
  type PreparedQuery,
} from '../coverage/coverage.ts'
import { readVocabulary, wordsOf } from '../coverage/read-vocabulary.ts'

/** What was asked, and what exact search found. */
interface Request {
  query: string
  terms: Term[]
  exact: ExactResult
  options: ExactOptions
  /** What readers see of what exact search finds. */
  resultOf: (exact: ExactResult) => SearchResult
  /** Shows what there is while more is looked for. */
  report: (result: SearchResult) => void
}

const hasLetters = (terms: Term[]): boolean =>
  terms.some(({ phrases }) => phrases[0]?.runs.some((run) => /[a-zü]{2}/u.test(run)))

/** Nobody's slip of one character makes a sentence stand nowhere. */
const sentenceLength = 6

const isSentence = (terms: Term[]): boolean =>
  terms.some(({ phrases }) => phrases[0]?.runs.some(({ length }) => length > sentenceLength))

/** From this coverage on nothing is mended: what was typed makes sense. */
const sufficientCoverage = 0.75

/** A choice of facets that leaves nothing is no slip. */
async function hasExactMatch(
  index: IndexReader,
  { terms, options, exact }: Request,
): Promise<boolean> {
  if (exact.checked.length) return true
  const anywhere = await searchExact(index, terms, { ...options, limit: 1, accepts: () => true })
  return anywhere.checked.length > 0
}

async function searchAsPinyin(index: IndexReader, request: Request): Promise<Mended | undefined> {
  const { mend } = await import('../spelling/mend.ts')
  return mend(index, request.terms, request.exact, request.options)
}

async function searchMended(index: IndexReader, request: Request): Promise<Mended | undefined> {
  const [{ mend }, vocabulary] = await Promise.all([
    import('../spelling/mend.ts'),
    readVocabulary(index),
  ])
  return mend(index, request.terms, request.exact, request.options, wordsOf(vocabulary))
}

/** The query without what the parser passes over, for comparison and display. */
const spellingOf = (terms: Term[]): string =>
  terms.map((term) => term.phrases[0]?.runs.join('') ?? '').join(' ')

function spellingsIn({ spellings }: Mended): Pick<Corrected, 'used' | 'rivals'> {
  const [used = '', ...rivals] = spellings.map(spellingOf)
  return { used, ...(rivals.length ? { rivals } : {}) }
}

async function searchSuggestions(index: IndexReader, { query }: Request): Promise<Hit[]> {
  const { suggest } = await import('./suggest.ts')
  return suggest(index, query)
}

/** Begins with what need not wait for the end of exact search; what it gives ends the search. */
export function startRelaxation(
  index: IndexReader,
  query: string,
  table?: FoldTable,
): (request: Request) => Promise<SearchResult> {
  const prepared = prepareCoverage(index, query, table)
  // Whoever ends the search is told what went wrong.
  prepared.catch(() => undefined)
  return async (request) => relax(index, request, await prepared)
}

/** What covers much of the query, beside what exact search found. */
function searchNear(
  index: IndexReader,
  prepared: PreparedQuery,
  { exact, limit, accepts }: ExactOptions & { exact: ExactResult },
): Promise<Near> {
  const shown = new Set(exact.checked.map(({ candidate }) => candidate.entry))
  return searchCoverage(index, prepared, {
    limit: limit - shown.size,
    accepts: (entry) => accepts(entry) && !shown.has(entry),
  })
}

/** All of the result: what exact search found, and all that goes beyond it. */
async function relax(
  index: IndexReader,
  request: Request,
  prepared: PreparedQuery,
): Promise<SearchResult> {
  const { terms, query, resultOf, report } = request
  const matches = await hasExactMatch(index, request)
  const asPinyin = matches || !hasLetters(terms) ? undefined : await searchAsPinyin(index, request)
  const exact = asPinyin?.exact ?? request.exact
  const pinyinTerms = asPinyin?.spellings[0]
  const near = await searchNear(
    index,
    pinyinTerms ? await prepareCoverage(index, spellingOf(pinyinTerms)) : prepared,
    { ...request.options, exact },
  )
  const original = query.trim()
  const correction = asPinyin && { original, ...spellingsIn(asPinyin) }
  const result = { ...resultOf(exact), near, ...(correction ? { correction } : {}) }
  const makesSense = near.coverage >= sufficientCoverage && !near.strange
  if (matches || exact.checked.length || makesSense) return result
  if (near.hits.length && isSentence(terms)) return result
  if (near.hits.length) report(result)
  const mended = await searchMended(index, request)
  if (mended)
    return { ...result, mended: { ...spellingsIn(mended), hits: hitsOf(mended.exact.checked) } }
  if (near.hits.length) return result
  return { ...result, suggestions: await searchSuggestions(index, request) }
}
