/** The pinyin table and neighbour files, fetched when a query needs mending. Browser-safe. */
import type { Index } from './index-files.ts'
import type { NeighboursOf } from './lattice.ts'
import { singleFile } from './manifest.ts'
import { decodeNeighbours } from './neighbours.ts'
import { decodePinyinTable, neighbourFile, type PinyinTable } from './pinyin.ts'

export const readPinyinTable = (index: Index): Promise<PinyinTable | undefined> =>
  index.read(singleFile('pinyin', index.manifest.pinyin, 'json'), decodePinyinTable)

/** The neighbours of every character of the syllables. */
export async function readNeighbours(
  index: Index,
  table: PinyinTable,
  syllables: Iterable<string>,
): Promise<NeighboursOf> {
  const rows = [...new Set(syllables)].map((syllable) => table.rows.get(syllable))
  const files = await Promise.all(
    rows.map((row) =>
      row ? index.read(neighbourFile(row.syllable, row.hash), decodeNeighbours) : undefined,
    ),
  )
  const characters = new Map(files.flatMap((file) => [...(file ?? [])]))
  return (code) => characters.get(code)
}

/** Every character read as the syllable; the rarer readings cost a little. */
export function charactersOf(table: PinyinTable, syllable: string): Map<number, number> {
  const row = table.rows.get(syllable)
  const entry = (cost: number) => (char: string): [number, number] => [char.charCodeAt(0), cost]
  return new Map([
    ...Array.from(row?.other ?? '', entry(-3)),
    ...Array.from(row?.main ?? '', entry(0)),
  ])
}

/** Characters that sound like this one, itself included. */
export function soundsLike(table: PinyinTable, char: string): Map<number, number> {
  const syllables = table.syllablesOf.get(char) ?? []
  return new Map(syllables.flatMap((syllable) => [...charactersOf(table, syllable)]))
}
