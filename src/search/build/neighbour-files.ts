/** The neighbour files and the pinyin table that lists them. Build time. */
import { contentName } from '../format/hash.ts'
import { encodeNeighbours, isCommonHan, type Neighbour } from '../format/neighbours.ts'
import { singleFile } from '../format/manifest.ts'
import { encodePinyinTable, neighbourFile, type SyllableRow } from '../format/pinyin-table.ts'
import type { Readings } from './readings.ts'
import type { SearchFile } from './shards.ts'

export interface PairCount {
  first: number
  second: number
  /** Pieces with the pair. */
  count: number
  inTitle: boolean
}

interface Character {
  code: number
  after: Neighbour[]
  before: Neighbour[]
  /** Pieces by syllable. */
  readings: Map<string, number>
}

/** A reading seen in less than this share of a character's pairs is left out. */
const rareReading = 0.05

function characterIn(characters: Map<number, Character>, code: number): Character {
  const known = characters.get(code)
  if (known) return known
  const character: Character = { code, after: [], before: [], readings: new Map() }
  characters.set(code, character)
  return character
}

const addReading = (readings: Map<string, number>, syllable: string, count: number): unknown =>
  readings.set(syllable, (readings.get(syllable) ?? 0) + count)

function collectCharacters(pairs: Iterable<PairCount>, readings: Readings): Map<number, Character> {
  const characters = new Map<number, Character>()
  for (const { first, second, count, inTitle } of pairs) {
    if (!isCommonHan(first) || !isCommonHan(second)) continue
    const [a, b] = readings.ofPair(String.fromCharCode(first, second))
    const [left, right] = [characterIn(characters, first), characterIn(characters, second)]
    left.after.push({ code: second, count, inTitle })
    right.before.push({ code: first, count, inTitle })
    addReading(left.readings, a, count)
    addReading(right.readings, b, count)
  }
  return characters
}

/** A character's readings in use, most frequent first. */
function readingsInUse({ readings }: Character): string[] {
  const total = [...readings.values()].reduce((sum, count) => sum + count, 0)
  return [...readings]
    .filter(([syllable, count]) => /^[a-z]+$/u.test(syllable) && count >= total * rareReading)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([syllable]) => syllable)
}

const byCode = (a: { code: number }, b: { code: number }): number => a.code - b.code

/** Yields the neighbour files, then the pinyin table; returns the table's hash. */
export function* buildNeighbours(
  pairs: Iterable<PairCount>,
  readings: Readings,
): Generator<SearchFile, string> {
  const syllables = new Map<string, { main: Character[]; other: Character[] }>()
  for (const character of [...collectCharacters(pairs, readings).values()].sort(byCode)) {
    character.after.sort(byCode)
    character.before.sort(byCode)
    readingsInUse(character).forEach((syllable, rank) => {
      const group = syllables.get(syllable) ?? { main: [], other: [] }
      syllables.set(syllable, group)
      group[rank ? 'other' : 'main'].push(character)
    })
  }
  const rows: SyllableRow[] = []
  const codes = (list: Character[]): number[] => list.map(({ code }) => code)
  for (const [syllable, { main, other }] of [...syllables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...main, ...other].sort(byCode)
    const after = yield* neighbourFileOf('n', syllable, all)
    const before = yield* neighbourFileOf('m', syllable, all)
    rows.push({ syllable, after, before, main: codes(main), other: codes(other) })
  }
  const bytes = encodePinyinTable(rows)
  const hash = contentName(bytes)
  yield { name: singleFile('pinyin', hash), bytes }
  return hash
}

/** Yields a syllable's neighbours on one side and returns the file's hash. */
function* neighbourFileOf(
  family: 'n' | 'm',
  syllable: string,
  characters: Character[],
): Generator<SearchFile, string> {
  const lists = characters.map(({ code, after, before }) => ({
    code,
    neighbours: family === 'n' ? after : before,
  }))
  const bytes = encodeNeighbours(lists)
  const hash = contentName(bytes)
  yield { name: neighbourFile(family, syllable, hash), bytes }
  return hash
}
