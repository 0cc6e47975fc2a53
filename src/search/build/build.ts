/** Builds the search index: documents in, files out. Build time. */
import { facetNames, type FacetName, type SearchDocument } from '../document.ts'
import { encodeFacet } from '../facets.ts'
import type { FoldTable } from '../fold.ts'
import { contentName } from '../hash.ts'
import { manifestName, manifestVersion, singleFile, type Manifest } from '../manifest.ts'
import { encodePack } from '../pack.ts'
import { encodeZones, type Zone } from '../zones.ts'
import type { PostingTable } from './collector.ts'
import { facetOf, readDocuments, type IndexedEntry } from './entries.ts'
import { createFoldTable, encodeFoldTable } from './folding.ts'
import { numericTable, textTable, type GramIndex } from './grams.ts'
import { buildNeighbours, type PairCount } from './neighbours.ts'
import { createReadings, type Readings } from './readings.ts'
import { buildShards, type GramTable, type SearchFile } from './shards.ts'
import { assignSlots } from './slots.ts'
import { buildTexts, textGroupSize } from './texts.ts'

export type { SearchFile } from './shards.ts'

export interface BuildOptions {
  /**
   * Entries up to which a title pack is written for suggestions (default 1,000, about 30 KB
   * compressed); above, suggestions come from the index alone.
   */
  packLimit?: number
}

interface Placed extends IndexedEntry {
  /** Id of the entry's first piece. */
  start: number
}

interface Tables {
  codesOf: (pair: number) => [number, number]
  pairs: PostingTable<number>
  units: PostingTable<number>
  words: PostingTable<string>
  pinyin: PostingTable<string>
}

interface Places {
  placed: Placed[]
  zones: Zone[]
  space: number
  /** Ids by running number. */
  idOf: Uint32Array
}

function place(entries: IndexedEntry[]): Places {
  const requests = entries.map(({ id, date, texts }) => ({ id, date, pieces: texts.length }))
  const { starts, zones, space } = assignSlots(requests)
  const idOf = new Uint32Array(entries.reduce((sum, { texts }) => sum + texts.length, 0))
  const placed = entries.map((entry, index) => {
    const start = starts[index] ?? 0
    entry.texts.forEach((_, i) => (idOf[entry.firstPiece + i] = start + i))
    return { ...entry, start }
  })
  return { placed: placed.sort((a, b) => a.start - b.start), zones, space, idOf }
}

function sortTables(grams: GramIndex, idOf: Uint32Array): Tables {
  return {
    codesOf: (pair) => grams.pairCodes(pair),
    pairs: grams.pairs.sorted(idOf),
    units: grams.units.sorted(idOf),
    words: grams.words.sorted(idOf),
    pinyin: grams.pinyin.sorted(idOf),
  }
}

function* pairCounts({ pairs, codesOf }: Tables): Generator<PairCount> {
  for (const key of pairs.keys()) {
    const [first, second] = codesOf(key)
    yield { first, second, ...pairs.summary(key) }
  }
}

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

function* buildFacets(
  placed: Placed[],
  space: number,
): Generator<SearchFile, Record<FacetName, string>> {
  const hashes: Record<FacetName, string> = {
    collection: '',
    topics: '',
    organization: '',
    region: '',
    year: '',
    series: '',
  }
  for (const name of facetNames)
    hashes[name] = yield* single(`f-${name}`, encodeFacet(facetOf(name, placed), space))
  return hashes
}

function* buildPack(placed: Placed[], limit: number): Generator<SearchFile, string> {
  if (placed.length > limit) return ''
  const rows = placed.map((entry) => ({ ...entry, pinyin: entry.pinyin.join(' ') }))
  return yield* single('pack', encodePack(rows), 'json')
}

/** Yields a family's shards and the file that lists them; returns that file's hash. */
function* directory(table: GramTable, space: number): Generator<SearchFile, string> {
  const hashes = yield* buildShards(table, space)
  return yield* single(`d-${table.family}`, new TextEncoder().encode(hashes), 'json')
}

function* buildGrams(
  tables: Tables,
  space: number,
): Generator<SearchFile, Pick<Manifest, 'pairs' | 'directories'>> {
  const unit = (code: number): string => String.fromCharCode(code)
  const pair = (key: number): string => String.fromCharCode(...tables.codesOf(key))
  return {
    pairs: yield* buildShards(numericTable('g', tables.pairs, pair), space),
    directories: {
      u: yield* directory(numericTable('u', tables.units, unit), space),
      w: yield* directory(textTable('w', tables.words), space),
      p: yield* directory(textTable('p', tables.pinyin), space),
    },
  }
}

function* buildTables(
  tables: Tables,
  folding: FoldTable,
  readings: Readings,
): Generator<SearchFile, { folding: string; pinyin: string }> {
  const known = (char: string): boolean => tables.units.has(char.charCodeAt(0))
  return {
    folding: yield* single('folding', encodeFoldTable(folding, known), 'json'),
    pinyin: yield* buildNeighbours(pairCounts(tables), readings),
  }
}

/**
 * Yields every file of the index, the manifest last. Same documents in any order, same bytes. Reads
 * the documents once; memory is about 9 bytes a posting plus the text.
 */
export function* buildSearchIndex(
  documents: Iterable<SearchDocument>,
  options: BuildOptions = {},
): Generator<SearchFile, void> {
  const folding = createFoldTable()
  const readings = createReadings()
  const { entries, grams } = readDocuments(documents, folding, readings)
  const { placed, zones, space, idOf } = place(entries)
  const tables = sortTables(grams, idOf)
  const texts = new Map(placed.flatMap(({ start, texts }) => texts.map((t, i) => [start + i, t])))
  const manifest: Manifest = {
    version: manifestVersion,
    entries: placed.length,
    space,
    textGroup: textGroupSize(space),
    ...(yield* buildGrams(tables, space)),
    texts: yield* buildTexts(texts, space),
    zones: yield* single('zones', encodeZones(zones)),
    ...(yield* buildTables(tables, folding, readings)),
    pack: yield* buildPack(placed, options.packLimit ?? 1000),
    facets: yield* buildFacets(placed, space),
  }
  yield { name: manifestName, bytes: new TextEncoder().encode(JSON.stringify(manifest)) }
}
