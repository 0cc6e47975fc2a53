/** Builds the search index: documents in, files out. Build time. */
import type { SearchDocument } from '../format/document.ts'
import { encodeFacet } from '../format/facets.ts'
import { contentName } from '../format/hash.ts'
import { manifestName, manifestVersion, singleFile, type Manifest } from '../format/manifest.ts'
import { encodePack } from '../format/pack.ts'
import type { Lexicon } from '../format/vocabulary.ts'
import { encodeZones } from '../format/zones.ts'
import { findStaleFiles, type GroupFiles, type IndexState } from './stale-files.ts'
import { encodeFoldTable } from './fold-table.ts'
import { buildGroups, type IndexFile } from './groups.ts'
import { buildNeighbours, type PairCount } from './neighbour-files.ts'
import { layOut, cachedSegments } from './layout.ts'
import type { IndexLayout, PlacedDocument, Segments } from './layout.ts'
import { createReadingTools, SegmentWriter, type ReadingTools, type Segment } from './segment.ts'
import { shapeOf } from './shard-shape.ts'
import type { SearchFile } from './shards.ts'
import { collectStatistics, type CollectionStatistics } from './statistics.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'
import { textGroupSize } from './text-groups.ts'
import { buildVocabulary } from './build-vocabulary.ts'

interface BuildOptions {
  /** Names of the facets, each a file of the index; default none. */
  facets?: readonly string[]
  /** Words, synonyms and near synonyms; default none. */
  lexicon?: Lexicon
}

interface IndexOptions extends BuildOptions {
  tools: ReadingTools
  /** The index as it was made last: what stays as it was is not made again. */
  previous?: IndexState
  /** Documents that have changed or gone since, as they were. */
  replaced?: Segment
}

const noWords: Lexicon = { words: [], same: [], near: [] }

/** Yields one file named by its content and returns the hash. */
function* singleFileOf(
  family: string,
  bytes: Uint8Array,
  extension = 'bin',
): Generator<SearchFile, string> {
  const hash = contentName(bytes)
  yield { name: singleFile(family, hash, extension), bytes }
  return hash
}

/** First pieces by value of a facet, values in order. */
function facetOf(name: string, documents: readonly PlacedDocument[]): Map<string, number[]> {
  const byValue = new Map<string, number[]>()
  for (const { head, start } of documents)
    for (const value of head.facets[name] ?? []) {
      const starts = byValue.get(value)
      if (starts) starts.push(start)
      else byValue.set(value, [start])
    }
  return new Map([...byValue].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function* buildFacets(
  { documents, space }: IndexLayout,
  names: readonly string[],
): Generator<SearchFile, Manifest['facets']> {
  const hashes: Record<string, string> = {}
  for (const name of names)
    hashes[name] = yield* singleFileOf(`f-${name}`, encodeFacet(facetOf(name, documents), space))
  return hashes
}

/**
 * Documents up to which a title pack is written for suggestions, about 30 KB compressed; above,
 * suggestions come from the index alone.
 */
const maxPackRows = 1000

function* buildPack({ documents }: IndexLayout): Generator<SearchFile, string> {
  if (documents.length > maxPackRows) return ''
  const rows = documents.map(({ head }) => ({ ...head, pinyin: head.pinyin.join(' ') }))
  return yield* singleFileOf('pack', encodePack(rows), 'json')
}

const joinHashes = (groups: readonly GroupFiles[]): string =>
  groups.map(({ hash }) => hash).join('')

/** Yields the file that lists a family's shards; returns its hash. */
function directoryFile(
  family: keyof Manifest['directories'],
  shards: IndexState['shards'],
): Generator<SearchFile, string> {
  return singleFileOf(`d-${family}`, new TextEncoder().encode(joinHashes(shards[family])), 'json')
}

function* buildTables(
  { frequencies }: CollectionStatistics,
  { folding, readings }: ReadingTools,
): Generator<SearchFile, { folding: string; pinyin: string }> {
  const units = new Set(Array.from(frequencies.u, ({ code }) => code))
  const known = (char: string): boolean => units.has(char.charCodeAt(0))
  return {
    folding: yield* singleFileOf('folding', encodeFoldTable(folding, known), 'json'),
    pinyin: yield* buildNeighbours(pairCounts(frequencies.g), readings),
  }
}

function* pairCounts(frequencies: DocumentFrequencies): Generator<PairCount> {
  for (const { code, count, inTitle } of frequencies)
    yield { first: code >>> 16, second: code & 0xffff, count, inTitle }
}

function* counts(frequencies: DocumentFrequencies): Generator<number> {
  for (const { count } of frequencies) yield count
}

function shapesOf(
  { frequencies: { g, u, p }, words }: CollectionStatistics,
  space: number,
): IndexState['shapes'] {
  return {
    g: shapeOf('g', counts(g), space),
    u: shapeOf('u', counts(u), space),
    p: shapeOf('p', counts(p), space),
    w: shapeOf('w', words.values(), space),
  }
}

/**
 * Yields every file of the index, the manifest last, and returns what the next one may build on. Same
 * documents in any order and any segments, same bytes, whatever there was before.
 */
export function* buildIndex(
  source: Segments,
  { tools, previous, replaced, facets = [], lexicon = noWords }: IndexOptions,
): Generator<IndexFile, IndexState> {
  // Everything is made in several readings, and would not fit at once; an edit takes little beside them.
  const segments = previous ? cachedSegments(source) : source
  const statistics = collectStatistics(segments)
  const layout = layOut(statistics.heads)
  const shapes = shapesOf(statistics, layout.space)
  const plan = { segments, layout, postings: statistics.postings, shapes }
  const stale = findStaleFiles(plan, previous, replaced)
  const groups = yield* buildGroups(plan, stale, previous)
  const manifest = yield* buildSingleFiles(statistics, layout, groups, { tools, facets, lexicon })
  yield { name: manifestName, bytes: new TextEncoder().encode(JSON.stringify(manifest)) }
  const documents = layout.documents.map(
    ({ head: { id, of }, start }) => [id, { of, start }] as const,
  )
  return { documents: new Map(documents), shapes, ...groups }
}

/** Yields the files that there are one of, and returns the manifest of them all. */
function* buildSingleFiles(
  statistics: CollectionStatistics,
  layout: IndexLayout,
  { shards, texts }: Pick<IndexState, 'shards' | 'texts'>,
  { tools, facets, lexicon }: Required<Pick<IndexOptions, 'tools' | 'facets' | 'lexicon'>>,
): Generator<SearchFile, Manifest> {
  const heads = layout.documents.map(({ head }) => head)
  const vocabulary = buildVocabulary(heads, lexicon, tools.folding)
  return {
    version: manifestVersion,
    entries: layout.documents.length,
    space: layout.space,
    textGroup: textGroupSize(layout.space),
    pairs: joinHashes(shards.g),
    directories: {
      u: yield* directoryFile('u', shards),
      w: yield* directoryFile('w', shards),
      p: yield* directoryFile('p', shards),
    },
    texts: joinHashes(texts),
    zones: yield* singleFileOf('zones', encodeZones(layout.zones)),
    ...(yield* buildTables(statistics, tools)),
    pack: yield* buildPack(layout),
    vocabulary: yield* singleFileOf('vocabulary', vocabulary, 'json'),
    facets: yield* buildFacets(layout, facets),
  }
}

/**
 * Yields every file of the index of these documents, the manifest last. Names are addresses below
 * the site's base. Same documents in any order, same bytes; ids must differ.
 */
export function* buildSearchIndex(
  documents: Iterable<SearchDocument>,
  options: BuildOptions = {},
): Generator<SearchFile, void> {
  const tools = createReadingTools()
  const writer = new SegmentWriter(tools)
  for (const document of documents) writer.read('', document)
  const segment = writer.finish()
  const source = { count: 1, read: () => segment }
  for (const { name, bytes } of buildIndex(source, { ...options, tools }))
    if (bytes) yield { name, bytes }
}
