/**
 * Search: the one entry point for worker, command and benchmark. Browser-safe.
 *
 * `createSearcher({ fetchFile }).search(query)` never throws and never hangs: what is missing or
 * damaged shows in `degraded` and `unavailable`. Mending, suggestions and fuse.js are chunks of
 * their own, loaded when nothing was found; so a worker with this must be an ES module.
 */
import { facetNames, type FacetName } from './document.ts'
import { searchExact, type ExactOptions, type ExactResult } from './exact.ts'
import type { FacetCounts, FacetValues } from './choice.ts'
import { isHan, type FoldTable } from './fold.ts'
import { makeHit, type Hit } from './hit.ts'
import { Index } from './index-files.ts'
import { parseQuery, spellingOf, type Term } from './query.ts'
import { IndexUnavailable, Reloaded, Store, type FetchFile } from './store.ts'
import type { FuzzyTitles } from './suggest.ts'

export type { Hit } from './hit.ts'
export type { FacetCounts, FacetValues } from './choice.ts'

export interface SearchOptions {
  /** Values to keep: any of one facet, all facets together. */
  facets?: FacetValues
  /** Results wanted; default 10. */
  limit?: number
  /**
   * Facets to count; default none. Counting a facet costs a file of some kilobytes at 10,000
   * entries: show the hits, then ask again with `counts`; everything else is cached by then.
   */
  counts?: readonly FacetName[]
  /** Search what was typed and nothing else: 仍要搜. */
  literal?: boolean
}

export interface SearchResult {
  hits: Hit[]
  /** Entries found under the chosen facets; `approximate` when not all were checked. */
  total: number
  approximate: boolean
  /** Values of the counted facets, each under the other facets' choice. */
  counts: FacetCounts
  /**
   * Set when the results are for another spelling: 已按“used”显示结果. `rivals` are other spellings
   * nearly as likely, whose results stand between those of the first.
   */
  correction?: { used: string; original: string; rivals?: string[] }
  /** 没有完全匹配,你是不是要找: only when there are no hits. */
  suggestions: Hit[]
  /** Something could not be read; there may be more results. */
  degraded: boolean
  /** The index itself could not be read. */
  unavailable: boolean
}

export interface SearcherOptions {
  fetchFile: FetchFile
  /** Where fuse.js comes from; by default a chunk of its own. */
  loadFuzzy?: () => Promise<FuzzyTitles>
}

export interface Searcher {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
  /** Fetches the manifest ahead, when the dialog opens. */
  warm(): Promise<void>
}

const nothing: SearchResult = {
  hits: [],
  total: 0,
  approximate: false,
  counts: {},
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

/** The exact result, or that of the spelling that was probably meant. */
async function findOrMend(
  index: Index,
  terms: Term[],
  options: ExactOptions,
  literal: boolean,
): Promise<{ exact: ExactResult; spellings?: Term[][] }> {
  const exact = await searchExact(index, terms, options)
  if (exact.checked.length || literal) return { exact }
  // A choice of facets that leaves nothing is no slip.
  const anywhere = await searchExact(index, terms, { limit: 1, accepts: () => true })
  if (anywhere.checked.length) return { exact }
  const { mend } = await import('./mend.ts')
  const mended = await mend(index, terms, exact, options)
  return mended ?? { exact }
}

async function suggestFor(
  index: Index,
  terms: Term[],
  query: string,
  loadFuzzy: () => Promise<FuzzyTitles>,
): Promise<Hit[]> {
  const { suggest } = await import('./suggest.ts')
  return suggest(index, terms, query, loadFuzzy)
}

function correctionBy(spellings: string[], original: string): Pick<SearchResult, 'correction'> {
  const [used, ...rivals] = spellings
  if (used === undefined) return {}
  return { correction: { used, original, ...(rivals.length ? { rivals } : {}) } }
}

async function run(
  index: Index,
  query: string,
  options: SearchOptions,
  loadFuzzy: () => Promise<FuzzyTitles>,
): Promise<SearchResult> {
  const { limit = 10, counts = [], literal = false, facets: chosen = {} } = options
  const terms = parseQuery(query, await foldingFor(index, query))
  if (!terms.length) return nothing
  const narrowed = facetNames.some((name) => counts.includes(name) || chosen[name]?.length)
    ? // A chunk of its own: the first hits need none of it.
      await (await import('./choice.ts')).narrow(index, counts, chosen)
    : undefined
  const accepts = narrowed?.accepts ?? (() => true)
  const { exact, spellings = [] } = await findOrMend(index, terms, { limit, accepts }, literal)
  const hits = exact.checked.flatMap(
    ({ evidence, rank, candidate }) => makeHit(evidence, rank + candidate.score / 1000) ?? [],
  )
  const suggestions = hits.length || literal ? [] : await suggestFor(index, terms, query, loadFuzzy)
  return {
    ...nothing,
    hits: hits.slice(0, limit),
    total: exact.entries.filter(accepts).length,
    approximate: !exact.settled,
    counts: narrowed?.count(exact.entries) ?? {},
    ...correctionBy(spellings.map(spellingOf), query.trim()),
    suggestions,
  }
}

const importFuzzy = async (): Promise<FuzzyTitles> => (await import('./fuzzy.ts')).fuzzyTitles

export function createSearcher({ fetchFile, loadFuzzy = importFuzzy }: SearcherOptions): Searcher {
  const store = new Store(fetchFile)
  let index: Promise<Index> | undefined
  const open = (): Promise<Index> =>
    (index ??= store.manifest().then((manifest) => new Index(manifest, store)))

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
