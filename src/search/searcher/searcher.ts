/**
 * Answers queries. Browser-safe.
 *
 * What goes beyond exact search, facets, spelling, suggestions and fuse.js are chunks of their own,
 * loaded when they are needed; so a worker with this must be an ES module.
 */
import type { startRelaxation } from './relax.ts'
import { emptyResult, type SearchOptions, type SearchResult } from './result.ts'
import { searchExact, type ExactResult } from '../exact/exact-search.ts'
import { isHan, type FoldTable } from '../format/fold.ts'
import type { FacetFilter } from '../exact/filter.ts'
import { hitsOf } from '../exact/hit.ts'
import { IndexReader, type YieldToMain } from '../exact/index-reader.ts'
import { parseQuery } from '../exact/parse-query.ts'
import { IndexUnavailable, Reloaded, FileStore, type FetchFile } from '../exact/file-store.ts'

interface SearcherOptions {
  fetchFile: FetchFile
  /** Waited for between pieces of work, where the thread is a page's own; default nothing. */
  yieldToMain?: YieldToMain
}

interface Searcher {
  /**
   * Answers a query: text as a reader types it, of which the first 128 UTF-16 units count. Never
   * rejects and never hangs: files that are missing or damaged show in `degraded`, an index that
   * cannot be read at all in `unavailable`.
   */
  search(query: string, options?: SearchOptions): Promise<SearchResult>
  /** Fetches the manifest ahead, as when a reader is about to type. Never rejects. */
  warm(): Promise<void>
}

/** A Han character outside GB 2312 is probably Traditional. */
function isProbablyTraditional(index: IndexReader, query: string): boolean {
  const han = Array.from(query).filter((char) => isHan(char.charCodeAt(0)))
  return han.some((char) => !index.simplified().includes(char))
}

async function foldingFor(index: IndexReader, query: string): Promise<FoldTable | undefined> {
  return isProbablyTraditional(index, query) ? index.folding() : undefined
}

/** So many characters on end are rather a sentence than a word. */
const sentencePattern = /[\u4e00-\u9fff]{7}/u

type Relaxation = ReturnType<typeof startRelaxation>

/** Loads what goes beyond exact search, and begins with it. */
async function loadRelaxation(
  index: IndexReader,
  query: string,
  table?: FoldTable,
): Promise<Relaxation> {
  index.prefetchVocabulary()
  return (await import('./relax.ts')).startRelaxation(index, query, table)
}

/** What is chosen and counted, by a chunk of its own: the first hits need none of it. */
async function facetFilter(
  index: IndexReader,
  { counts = [], facets = {} }: SearchOptions,
): Promise<FacetFilter | undefined> {
  if (!counts.length && !Object.values(facets).some(({ length }) => length)) return undefined
  return (await import('../exact/filter.ts')).filterByFacets(index, counts, facets)
}

function resultFrom(
  { checked, entries, settled }: ExactResult,
  limit: number,
  filter?: FacetFilter,
): SearchResult {
  return {
    ...emptyResult,
    hits: hitsOf(checked).slice(0, limit),
    total: filter ? entries.filter(filter.accepts).length : entries.length,
    approximate: !settled,
    counts: filter?.count(entries) ?? {},
  }
}

async function runSearch(
  index: IndexReader,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const { limit = 10, literal } = options
  const table = await foldingFor(index, query)
  const terms = parseQuery(query, table)
  if (!terms.length) return emptyResult
  const filter = await facetFilter(index, options)
  const accepts = filter?.accepts ?? (() => true)
  let relaxation: Promise<Relaxation> | undefined
  const startOnce = (): Promise<Relaxation> => (relaxation ??= loadRelaxation(index, query, table))
  // Few sentences stand anywhere: what is near will be wanted, and a few texts say nothing.
  const everyPair = sentencePattern.test(query)
  if (!literal && everyPair) index.prefetchVocabulary()
  // Nobody may wait for it in the end.
  const onPlan = (candidates: number): unknown =>
    !literal && candidates < limit && startOnce().catch(() => undefined)
  const exact = await searchExact(index, terms, { limit, accepts, onPlan, everyPair })
  const resultOf = (one: ExactResult): SearchResult => resultFrom(one, limit, filter)
  const exactResult = resultOf(exact)
  if (literal || exact.checked.length >= limit) return exactResult
  const report = (result: SearchResult): void => options.onPartial?.({ ...result, more: true })
  report(exactResult)
  const relax = await startOnce()
  return relax({ query, terms, exact, options: { limit, accepts }, resultOf, report })
}

/** Opens an index, whose files are fetched once each when a query needs them. */
export function createSearcher({ fetchFile, yieldToMain }: SearcherOptions): Searcher {
  const store = new FileStore(fetchFile)
  let index: Promise<IndexReader> | undefined
  const open = (): Promise<IndexReader> =>
    (index ??= store.manifest().then((manifest) => new IndexReader(manifest, store, yieldToMain)))

  async function attempt(query: string, options: SearchOptions): Promise<SearchResult> {
    try {
      return await runSearch(await open(), query, options)
    } catch (error) {
      index = undefined
      if (!(error instanceof Reloaded)) throw error
      store.retry(true)
      return runSearch(await open(), query, options)
    }
  }

  return {
    async search(query, options = {}) {
      store.retry()
      try {
        const result = await attempt(query, options)
        return { ...result, degraded: result.degraded || store.degraded }
      } catch (error) {
        return { ...emptyResult, degraded: true, unavailable: error instanceof IndexUnavailable }
      }
    },
    warm: async () => void (await open().catch(() => (index = undefined))),
  }
}
