/**
 * Search, the building side: documents in, the files of an index out. For Node.
 *
 * `buildSearchIndex(documents, options)` builds an index in one go. To build one from what the last
 * left, read documents into segments (`SegmentWriter`), keep those, and hand them to `buildIndex`
 * with the state that it returned; both make the same bytes.
 */
export { buildIndex, buildSearchIndex } from './build/build-index.ts'
export { createReadingTools, pieceRanges, SegmentWriter } from './build/segment.ts'
export type { Segment } from './build/segment.ts'
export type { IndexState } from './build/stale-files.ts'
export type { SearchDocument, SearchSection } from './format/document.ts'
export type { Lexicon } from './format/vocabulary.ts'
