/** The pinyin table and neighbour files, fetched when a query needs mending. Browser-safe. */
import type { IndexReader } from '../exact/index-reader.ts'
import { singleFile } from '../format/manifest.ts'
import { decodeNeighbours, type NeighbourTable } from '../format/neighbours.ts'
import {
  decodePinyinTable,
  neighbourFile,
  type PinyinTable,
  type Side,
} from '../format/pinyin-table.ts'

export const readPinyinTable = (index: IndexReader): Promise<PinyinTable | undefined> =>
  index.read(singleFile('pinyin', index.manifest.pinyin), decodePinyinTable)

/** What stands on one side of every character of the syllables. */
export async function readNeighbours(
  index: IndexReader,
  table: PinyinTable,
  side: Side,
  syllables: Iterable<string>,
): Promise<NeighbourTable> {
  const files = [...new Set(syllables)].flatMap((syllable) => {
    const row = table.rows.get(syllable)
    return row ? neighbourFile(side, syllable, side === 'n' ? row.after : row.before) : []
  })
  const tables = await Promise.all(files.map((file) => index.read(file, decodeNeighbours)))
  return new Map(tables.flatMap((neighbours) => [...(neighbours ?? [])]))
}

/** What a rarer reading costs. */
const rareReading = -3

/** Every character read as the syllable, with what choosing it costs. */
export function charactersOf(table: PinyinTable, syllable: string): Map<number, number> {
  const row = table.rows.get(syllable)
  return new Map([
    ...(row?.other ?? []).map((code): [number, number] => [code, rareReading]),
    ...(row?.main ?? []).map((code): [number, number] => [code, 0]),
  ])
}

/** Characters that sound like this one, itself included. */
export function soundsLike(table: PinyinTable, code: number): Map<number, number> {
  const syllables = table.syllablesOf.get(code) ?? []
  return new Map(syllables.flatMap((syllable) => [...charactersOf(table, syllable)]))
}
