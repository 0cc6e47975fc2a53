/** The neighbour files and the pinyin table that lists them. Build time. */
import { contentName } from '../hash.ts'
import {
  encodeNeighbours,
  isCommonHan,
  type CharacterNeighbours,
  type Neighbour,
} from '../neighbours.ts'
import { encodePinyinTable, neighbourFile, type SyllableRow } from '../pinyin.ts'
import type { Readings } from './readings.ts'
import type { SearchFile } from './shards.ts'

export interface PairCount {
  first: number
  second: number
  /** Pieces with the pair. */
  count: number
  inTitle: boolean
}

type Character = CharacterNeighbours<Neighbour[]> & { readings: Map<string, number> }

/** A reading seen in less than this share of a character's pairs is left out. */
const rareReading = 0.05

function characterIn(characters: Map<number, Character>, code: number): Character {
  const known = characters.get(code)
  if (known) return known
  const character: Character = { code, after: [], before: [], readings: new Map() }
  characters.set(code, character)
  return character
}

const tally = (readings: Map<string, number>, syllable: string, count: number): unknown =>
  readings.set(syllable, (readings.get(syllable) ?? 0) + count)

function gather(pairs: Iterable<PairCount>, readings: Readings): Map<number, Character> {
  const characters = new Map<number, Character>()
  for (const { first, second, count, inTitle } of pairs) {
    if (!isCommonHan(first) || !isCommonHan(second)) continue
    const [a, b] = readings.ofPair(String.fromCharCode(first, second))
    const [left, right] = [characterIn(characters, first), characterIn(characters, second)]
    left.after.push({ code: second, count, inTitle })
    right.before.push({ code: first, count, inTitle })
    tally(left.readings, a, count)
    tally(right.readings, b, count)
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
  for (const character of [...gather(pairs, readings).values()].sort(byCode)) {
    character.after.sort(byCode)
    character.before.sort(byCode)
    readingsInUse(character).forEach((syllable, rank) => {
      const group = syllables.get(syllable) ?? { main: [], other: [] }
      syllables.set(syllable, group)
      group[rank ? 'other' : 'main'].push(character)
    })
  }
  const rows: SyllableRow[] = []
  for (const [syllable, { main, other }] of [...syllables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = encodeNeighbours([...main, ...other].sort(byCode))
    const hash = contentName(bytes)
    const text = (list: Character[]): string => String.fromCharCode(...list.map((c) => c.code))
    rows.push({ syllable, hash, main: text(main), other: text(other) })
    yield { name: neighbourFile(syllable, hash), bytes }
  }
  const bytes = encodePinyinTable(rows)
  const hash = contentName(bytes)
  yield { name: `search/pinyin-${hash}.json`, bytes }
  return hash
}
