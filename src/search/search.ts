/**
 * Search: the one entry point for worker, command and benchmark. Browser-safe.
 *
 * `createSearcher({ fetchFile }).search(query)` never throws and never hangs: what is missing or
 * damaged shows in `degraded` and `unavailable`. Mending, suggestions and fuse.js are chunks of
 * their own, loaded when nothing was found; so a worker with this must be an ES module.
 */
import type { beginBeyond } from './beyond.ts'
import type { Corrected } from './beyond.ts'
import { searchExact, type ExactResult } from './exact.ts'
import type { FacetCounts, FacetValues } from './choice.ts'
import { isHan, type FoldTable } from './fold.ts'
import { hitsOf, type Hit } from './hit.ts'
import { Index, type Breathe } from './index-files.ts'
import { parseQuery } from './query.ts'
import type { Near } from './soft/soft.ts'
import { IndexUnavailable, Reloaded, Store, type FetchFile } from './store.ts'
import type { FuzzyTitles } from './suggest.ts'

export type { Hit } from './hit.ts'

export interface SearchOptions {
  /** Values to keep: any of one facet, all facets together. */
  facets?: FacetValues
  /** Results wanted; default 10. */
  limit?: number
  /**
   * Facets to count; default none. Counting a facet costs a file of some kilobytes at 10,000
   * entries: show the hits, then ask again with `counts`; everything else is cached by then.
   */
  counts?: readonly string[]
  /** Search what was typed and nothing else: 仍要搜. */
  literal?: boolean
  /** Told what exact search found as soon as it is there, when more is looked for. */
  found?: (result: SearchResult) => void
}

export interface SearchResult {
  hits: Hit[]
  /** Entries found under the chosen facets; `approximate` when not all were checked. */
  total: number
  approximate: boolean
  /** Values of the counted facets, each under the other facets' choice. */
  counts: FacetCounts
  /**
   * Set when letters were read as pinyin: 已按“used”显示结果. `rivals` are other readings nearly as
   * likely, whose results stand between those of the first.
   */
  correction?: { used: string; original: string; rivals?: string[] }
  /** 还有相近的: entries that hold part of what was asked, below the hits. */
  near: Near
  /** Results for what was probably meant, below all others; only when there are no hits. */
  mended?: Corrected
  /** Titles that look alike: only when there is nothing else. */
  suggestions: Hit[]
  /** More is being looked for: what is near, what was meant. */
  more?: boolean
  /** Something could not be read; there may be more results. */
  degraded: boolean
  /** The index itself could not be read. */
  unavailable: boolean
}

interface SearcherOptions {
  fetchFile: FetchFile
  /** See `Index`. */
  breathe?: Breathe
  /** Where fuse.js comes from; by default a chunk of its own. */
  loadFuzzy?: () => Promise<FuzzyTitles>
}

interface Searcher {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
  /** Fetches the manifest ahead, when the dialog opens. */
  warm(): Promise<void>
}

const nothing: SearchResult = {
  hits: [],
  total: 0,
  approximate: false,
  counts: {},
  near: { hits: [], also: [], coverage: 0, strange: false },
  suggestions: [],
  degraded: false,
  unavailable: false,
}

/** A Han character outside GB 2312 is probably Traditional. */
function looksTraditional(index: Index, query: string): boolean {
  const han = Array.from(query).filter((char) => isHan(char.charCodeAt(0)))
  return han.some((char) => !index.simplified().includes(char))
}

async function foldingFor(index: Index, query: string): Promise<FoldTable | undefined> {
  return looksTraditional(index, query) ? index.folding() : undefined
}

/** So many characters on end are rather a sentence than a word. */
const sentence = /[\u4e00-\u9fff]{7}/u

type Begun = ReturnType<typeof beginBeyond>

/** Loads what goes beyond exact search, and begins with it. */
async function loadBeyond(index: Index, query: string, table?: FoldTable): Promise<Begun> {
  index.prefetchVocabulary()
  return (await import('./beyond.ts')).beginBeyond(index, query, table)
}

async function run(
  index: Index,
  query: string,
  options: SearchOptions,
  loadFuzzy?: () => Promise<FuzzyTitles>,
): Promise<SearchResult> {
  const { limit = 10, counts = [], literal, facets: chosen = {} } = options
  const table = await foldingFor(index, query)
  const terms = parseQuery(query, table)
  if (!terms.length) return nothing
  const narrowed =
    counts.length || Object.values(chosen).some(({ length }) => length)
      ? // A chunk of its own: the first hits need none of it.
        await (await import('./choice.ts')).narrow(index, counts, chosen)
      : undefined
  const accepts = narrowed?.accepts ?? (() => true)
  let begun: Promise<Begun> | undefined
  const begin = (): Promise<Begun> => (begun ??= loadBeyond(index, query, table))
  // Few sentences stand anywhere: what is near will be wanted, and a few texts say nothing.
  const everyPair = sentence.test(query)
  if (!literal && everyPair) index.prefetchVocabulary()
  // Nobody may wait for it in the end.
  const planned = (candidates: number): unknown =>
    !literal && candidates < limit && begin().catch(() => undefined)
  const exact = await searchExact(index, terms, { limit, accepts, planned, everyPair })
  const resultOf = (one: ExactResult): SearchResult => ({
    ...nothing,
    hits: hitsOf(one.checked).slice(0, limit),
    total: one.entries.filter(accepts).length,
    approximate: !one.settled,
    counts: narrowed?.count(one.entries) ?? {},
  })
  const found = resultOf(exact)
  if (literal || exact.checked.length >= limit) return found
  options.found?.({ ...found, more: true })
  const searchBeyond = await begin()
  return searchBeyond({ query, terms, exact, options: { limit, accepts }, resultOf, loadFuzzy })
}

export function createSearcher({ fetchFile, breathe, loadFuzzy }: SearcherOptions): Searcher {
  const store = new Store(fetchFile)
  let index: Promise<Index> | undefined
  const open = (): Promise<Index> =>
    (index ??= store.manifest().then((manifest) => new Index(manifest, store, breathe)))

  async function attempt(query: string, options: SearchOptions): Promise<SearchResult> {
    try {
      return await run(await open(), query, options, loadFuzzy)
    } catch (error) {
      index = undefined
      if (!(error instanceof Reloaded)) throw error
      store.retry(true)
      return run(await open(), query, options, loadFuzzy)
    }
  }

  return {
    async search(query, options = {}) {
      store.retry()
      try {
        const result = await attempt(query, options)
        return { ...result, degraded: result.degraded || store.degraded }
      } catch (error) {
        return { ...nothing, degraded: true, unavailable: error instanceof IndexUnavailable }
      }
    },
    warm: async () => void (await open().catch(() => (index = undefined))),
  }
}
