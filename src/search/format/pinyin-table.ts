/**
 * Which characters are read how, and where each syllable's neighbours are. Browser-safe.
 *
 * File, as bits: gamma(rows + 1); for each row, ascending by syllable: 3 bits length − 1 and 5 bits
 * a letter; 24 bits hash of the file of characters after, 24 bits of that before; the characters
 * mostly read so, then those sometimes read so: gamma(n + 1), and for each, ascending by rank:
 * gamma(rank − previous) [first previous −1]. Ranks follow GB 2312, then Unicode: characters of one
 * syllable mostly stand side by side there, which is one bit each.
 */
import { BitReader, BitWriter } from './bits.ts'
import { gb2312 } from './gb2312.ts'
import { hashName, hashOfName } from './hash.ts'

export interface SyllableRow {
  syllable: string
  /** Hashes of its neighbour files. */
  after: string
  before: string
  /** Codes of the characters mostly read so. */
  main: number[]
  /** Of those sometimes read so. */
  other: number[]
}

export interface PinyinTable {
  rows: ReadonlyMap<string, SyllableRow>
  /** Syllables of a character, the usual one first. */
  syllablesOf: ReadonlyMap<number, string[]>
}

export type Side = 'n' | 'm'

export const neighbourFile = (side: Side, syllable: string, hash: string): string =>
  `search/${side}-${syllable}-${hash}.bin`

const letterA = 0x61
const firstHan = 0x4e00

function createRanks(): { rankOf: (code: number) => number; codeAt: (rank: number) => number } {
  const order = gb2312()
  const ranks = new Map(Array.from(order, (char, rank) => [char.charCodeAt(0), rank]))
  return {
    rankOf: (code) => ranks.get(code) ?? order.length + code - firstHan,
    codeAt: (rank) =>
      rank < order.length ? order.charCodeAt(rank) : rank - order.length + firstHan,
  }
}

/** `rows` ascending by syllable. */
export function encodePinyinTable(rows: SyllableRow[]): Uint8Array {
  const { rankOf } = createRanks()
  const bits = new BitWriter()
  bits.gamma(rows.length + 1)
  for (const { syllable, after, before, main, other } of rows) {
    bits.fixed(syllable.length - 1, 3)
    for (let i = 0; i < syllable.length; i++) bits.fixed(syllable.charCodeAt(i) - letterA, 5)
    bits.fixed(hashOfName(after), 24)
    bits.fixed(hashOfName(before), 24)
    for (const list of [main, other]) {
      bits.gamma(list.length + 1)
      let previous = -1
      for (const rank of list.map(rankOf).sort((a, b) => a - b)) {
        bits.gamma(rank - previous)
        previous = rank
      }
    }
  }
  return bits.finish()
}

function readRow(bits: BitReader, codeAt: (rank: number) => number): SyllableRow {
  const length = bits.fixed(3) + 1
  const letters = Array.from({ length }, () => letterA + bits.fixed(5))
  const [after, before] = [hashName(bits.fixed(24)), hashName(bits.fixed(24))]
  const readList = (): number[] => {
    const codes: number[] = []
    let rank = -1
    for (let left = bits.gamma() - 1; left > 0 && !bits.exhausted; left--)
      codes.push(codeAt((rank += bits.gamma())))
    return codes
  }
  const [main, other] = [readList(), readList()]
  return { syllable: String.fromCharCode(...letters), after, before, main, other }
}

export function decodePinyinTable(bytes: Uint8Array): PinyinTable {
  const { codeAt } = createRanks()
  const bits = new BitReader(bytes)
  const rows = new Map<string, SyllableRow>()
  for (let left = bits.gamma() - 1; left > 0 && !bits.exhausted; left--) {
    const row = readRow(bits, codeAt)
    rows.set(row.syllable, row)
  }
  const syllablesOf = new Map<number, string[]>()
  const note = (codes: number[], syllable: string): void => {
    for (const code of codes) syllablesOf.set(code, [...(syllablesOf.get(code) ?? []), syllable])
  }
  for (const { syllable, main } of rows.values()) note(main, syllable)
  for (const { syllable, other } of rows.values()) note(other, syllable)
  return { rows, syllablesOf }
}
