/** Builds the search index: documents in, files out. Build time. */
import type { SearchDocument } from '../document.ts'
import { encodeFacet } from '../facets.ts'
import { contentName } from '../hash.ts'
import { manifestName, manifestVersion, singleFile, type Manifest } from '../manifest.ts'
import { encodePack } from '../pack.ts'
import type { Lexicon } from '../vocabulary.ts'
import { encodeZones } from '../zones.ts'
import { staleFiles, type KeptGroup, type LastIndex } from './changes.ts'
import { encodeFoldTable } from './folding.ts'
import { makeGroups, type IndexFile } from './groups.ts'
import { buildNeighbours, type PairCount } from './neighbours.ts'
import { placesOf, remembered, type PlacedDocument, type Places, type Segments } from './places.ts'
import { createReadingTools, SegmentWriter, type ReadingTools, type Segment } from './segment.ts'
import { shapeOf } from './shape.ts'
import type { SearchFile } from './shards.ts'
import { surveyOf, type Survey } from './survey.ts'
import type { Tally } from './tally.ts'
import { textGroupSize } from './texts.ts'
import { vocabularyOf } from './vocabulary.ts'

interface BuildOptions {
  /**
   * Entries up to which a title pack is written for suggestions (default 1,000, about 30 KB
   * compressed); above, suggestions come from the index alone.
   */
  packLimit?: number
  /** Names of the facets, each a file of the index; default none. */
  facets?: readonly string[]
  /** Words, synonyms and near synonyms; default none. */
  lexicon?: Lexicon
}

interface IndexOptions extends BuildOptions {
  tools: ReadingTools
  /** The index as it was made last: what stays as it was is not made again. */
  last?: LastIndex
  /** Documents that have changed or gone since, as they were. */
  before?: Segment
}

const noWords: Lexicon = { words: [], same: [], near: [] }

/** Yields one file named by its content and returns the hash. */
function* single(
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
  { documents, space }: Places,
  names: readonly string[],
): Generator<SearchFile, Manifest['facets']> {
  const hashes: Record<string, string> = {}
  for (const name of names)
    hashes[name] = yield* single(`f-${name}`, encodeFacet(facetOf(name, documents), space))
  return hashes
}

function* buildPack({ documents }: Places, limit: number): Generator<SearchFile, string> {
  if (documents.length > limit) return ''
  const rows = documents.map(({ head }) => ({ ...head, pinyin: head.pinyin.join(' ') }))
  return yield* single('pack', encodePack(rows), 'json')
}

const joined = (groups: readonly KeptGroup[]): string => groups.map(({ hash }) => hash).join('')

/** Yields the file that lists a family's shards; returns its hash. */
function directory(
  family: keyof Manifest['directories'],
  shards: LastIndex['shards'],
): Generator<SearchFile, string> {
  return single(`d-${family}`, new TextEncoder().encode(joined(shards[family])), 'json')
}

function* buildTables(
  { tallies }: Survey,
  { folding, readings }: ReadingTools,
): Generator<SearchFile, { folding: string; pinyin: string }> {
  const units = new Set(Array.from(tallies.u, ({ code }) => code))
  const known = (char: string): boolean => units.has(char.charCodeAt(0))
  return {
    folding: yield* single('folding', encodeFoldTable(folding, known), 'json'),
    pinyin: yield* buildNeighbours(pairCounts(tallies.g), readings),
  }
}

function* pairCounts(tally: Tally): Generator<PairCount> {
  for (const { code, count, inTitle } of tally)
    yield { first: code >>> 16, second: code & 0xffff, count, inTitle }
}

function* counts(tally: Tally): Generator<number> {
  for (const { count } of tally) yield count
}

function shapesOf({ tallies: { g, u, p }, words }: Survey, space: number): LastIndex['shapes'] {
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
  kept: Segments,
  { tools, last, before, packLimit = 1000, facets = [], lexicon = noWords }: IndexOptions,
): Generator<IndexFile, LastIndex> {
  // Everything is made in several readings, and would not fit at once; an edit takes little beside them.
  const segments = last ? remembered(kept) : kept
  const survey = surveyOf(segments)
  const places = placesOf(survey.heads)
  const shapes = shapesOf(survey, places.space)
  const planned = { segments, places, postings: survey.postings, shapes }
  const stale = staleFiles(planned, last, before)
  const { shards, texts } = yield* makeGroups(planned, stale, last)
  const manifest: Manifest = {
    version: manifestVersion,
    entries: places.documents.length,
    space: places.space,
    textGroup: textGroupSize(places.space),
    pairs: joined(shards.g),
    directories: {
      u: yield* directory('u', shards),
      w: yield* directory('w', shards),
      p: yield* directory('p', shards),
    },
    texts: joined(texts),
    zones: yield* single('zones', encodeZones(places.zones)),
    ...(yield* buildTables(survey, tools)),
    pack: yield* buildPack(places, packLimit),
    vocabulary: yield* single(
      'vocabulary',
      vocabularyOf(
        places.documents.map(({ head }) => head),
        lexicon,
        tools.folding,
      ),
      'json',
    ),
    facets: yield* buildFacets(places, facets),
  }
  yield { name: manifestName, bytes: new TextEncoder().encode(JSON.stringify(manifest)) }
  const documents = places.documents.map(
    ({ head: { id, of }, start }) => [id, { of, start }] as const,
  )
  return { documents: new Map(documents), shapes, shards, texts }
}

/** Yields every file of the index of these documents, the manifest last. Same documents in any order, same bytes. */
export function* buildSearchIndex(
  documents: Iterable<SearchDocument>,
  options: BuildOptions = {},
): Generator<SearchFile, void> {
  const tools = createReadingTools()
  const writer = new SegmentWriter(tools)
  for (const document of documents) writer.read('', document)
  const segment = writer.finish()
  for (const { name, bytes } of buildIndex(
    { count: 1, read: () => segment },
    { ...options, tools },
  ))
    if (bytes) yield { name, bytes }
}
