/**
 * Beyond exact search: what else a reader may be content with. Browser-safe; a chunk of its own.
 *
 * Letters are read as pinyin where they stand nowhere as letters; then entries that cover much of
 * the query; then what was probably meant, where little covers it; then titles that look alike.
 */
import type { ExactOptions, ExactResult } from './exact.ts'
import { searchExact } from './exact.ts'
import type { FoldTable } from './fold.ts'
import { hitsOf, type Hit } from './hit.ts'
import type { Index } from './index-files.ts'
import type { Mended } from './mend.ts'
import type { Term } from './query.ts'
import type { SearchResult } from './search.ts'
import { prepareSoft, searchSoft, type Prepared } from './soft/soft.ts'
import type { FuzzyTitles } from './suggest.ts'
import { readVocabulary, wordsOf } from './words.ts'

/** What was asked, and what exact search found. */
interface Asked {
  query: string
  terms: Term[]
  exact: ExactResult
  options: ExactOptions
  /** What readers see of what exact search finds. */
  resultOf: (exact: ExactResult) => SearchResult
  /** Where fuse.js comes from; by default a chunk of its own. */
  loadFuzzy?: () => Promise<FuzzyTitles>
}

/** Results for another spelling of what was typed. */
export interface Corrected {
  used: string
  /** Other spellings nearly as likely, whose results stand between those of the first. */
  rivals?: string[]
  hits: Hit[]
}

const hasLetters = (terms: Term[]): boolean =>
  terms.some(({ phrases }) => phrases[0]?.runs.some((run) => /[a-zü]{2}/u.test(run)))

/** Nobody's slip of one character makes a sentence stand nowhere. */
const sentence = 6

const isSentence = (terms: Term[]): boolean =>
  terms.some(({ phrases }) => phrases[0]?.runs.some(({ length }) => length > sentence))

/** From this coverage on nothing is mended: what was typed makes sense. */
const covered = 0.75

/** A choice of facets that leaves nothing is no slip. */
async function standsAnywhere(index: Index, { terms, options, exact }: Asked): Promise<boolean> {
  if (exact.checked.length) return true
  const anywhere = await searchExact(index, terms, { ...options, limit: 1, accepts: () => true })
  return anywhere.checked.length > 0
}

async function readLetters(index: Index, asked: Asked): Promise<Mended | undefined> {
  const { mend } = await import('./mend.ts')
  return mend(index, asked.terms, asked.exact, asked.options)
}

async function mendSlips(index: Index, asked: Asked): Promise<Mended | undefined> {
  const [{ mend }, vocabulary] = await Promise.all([import('./mend.ts'), readVocabulary(index)])
  return mend(index, asked.terms, asked.exact, asked.options, wordsOf(vocabulary))
}

/** The query without what the parser passes over, for comparison and display. */
const spellingOf = (terms: Term[]): string =>
  terms.map((term) => term.phrases[0]?.runs.join('') ?? '').join(' ')

function spellingsIn({ spellings }: Mended): Pick<Corrected, 'used' | 'rivals'> {
  const [used = '', ...rivals] = spellings.map(spellingOf)
  return { used, ...(rivals.length ? { rivals } : {}) }
}

async function suggestFor(index: Index, { query, loadFuzzy }: Asked): Promise<Hit[]> {
  const { suggest } = await import('./suggest.ts')
  return suggest(index, query, loadFuzzy)
}

/** Begins with what need not wait for the end of exact search; what it gives ends the search. */
export function beginBeyond(
  index: Index,
  query: string,
  table?: FoldTable,
): (asked: Asked) => Promise<SearchResult> {
  const prepared = prepareSoft(index, query, table)
  // Whoever ends the search is told what went wrong.
  prepared.catch(() => undefined)
  return async (asked) => searchBeyond(index, asked, await prepared)
}

/** The whole result: what exact search found, and all that goes beyond it. */
async function searchBeyond(index: Index, asked: Asked, prepared: Prepared): Promise<SearchResult> {
  const { terms, query, options, resultOf } = asked
  const stands = await standsAnywhere(index, asked)
  const read = stands || !hasLetters(terms) ? undefined : await readLetters(index, asked)
  const exact = read?.exact ?? asked.exact
  const shown = new Set(exact.checked.map(({ candidate }) => candidate.entry))
  const reading = read?.spellings[0]
  const near = await searchSoft(
    index,
    reading ? await prepareSoft(index, spellingOf(reading)) : prepared,
    {
      limit: options.limit - shown.size,
      accepts: (entry) => options.accepts(entry) && !shown.has(entry),
    },
  )
  const original = query.trim()
  const correction = read && { original, ...spellingsIn(read) }
  const result = { ...resultOf(exact), near, ...(correction ? { correction } : {}) }
  const makesSense = near.coverage >= covered && !near.strange
  if (stands || shown.size || makesSense) return result
  if (near.hits.length && isSentence(terms)) return result
  const mended = await mendSlips(index, asked)
  if (mended)
    return { ...result, mended: { ...spellingsIn(mended), hits: hitsOf(mended.exact.checked) } }
  if (near.hits.length) return result
  return { ...result, suggestions: await suggestFor(index, asked) }
}
