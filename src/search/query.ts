/**
 * Search, the reading side: an index in, answers out. Runs in browsers, workers and Node; loads
 * fuse.js and nothing else. `build.ts` is the other side, kept apart because what it loads (pinyin,
 * Traditional characters) is megabytes.
 *
 * `createSearcher({ fetchFile })` opens an index; `search(query, options)` asks it.
 */
export { createSearcher } from './searcher/searcher.ts'
export { manifestName } from './format/manifest.ts'
export { fold } from './format/fold.ts'
export type { SearchOptions, SearchResult } from './searcher/result.ts'
export type { Hit } from './exact/hit.ts'
export type { FetchFile } from './exact/file-store.ts'
export type { YieldToMain } from './exact/index-reader.ts'
export type { FacetCount } from './format/facets.ts'
export type { TextRange } from './format/piece.ts'
