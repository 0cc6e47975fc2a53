/**
 * Which Han characters stand after (files `n`) and before which (files `m`), by the syllable they
 * are read with: what mends a slip of the input method and turns pinyin into characters.
 * Browser-safe.
 *
 * A file for each syllable, as bits: gamma(characters + 1); for each character, ascending:
 *   16 bits code; gamma(n + 1); for each neighbour, ascending: rice(code − previous − 1, k) [first
 *   previous 0x4dff, k = riceParameter(n, 0x5200)]; 4 bits weight = min(15, ⌊log2(pieces with the
 *   pair)⌋); 1 bit: some title or name has the pair.
 */
import { BitReader, BitWriter, riceParameter } from './bits.ts'

/** Weight of each neighbour: twice the logarithm's class plus one, five more for titles. */
type Weights = Map<number, number>

export interface Neighbour {
  code: number
  /** Pieces with the pair. */
  count: number
  inTitle: boolean
}

/** Neighbours of characters, on one side. */
export type NeighbourTable = ReadonlyMap<number, Weights>

interface CharacterNeighbours {
  code: number
  neighbours: Neighbour[]
}

const beforeFirst = 0x4dff
const codes = 0x5200

/** Only these have neighbours: the characters people type. */
export const isCommonHan = (code: number): boolean => code > beforeFirst && code < 0xa000

function writeNeighbours(bits: BitWriter, list: Neighbour[]): void {
  bits.gamma(list.length + 1)
  const k = riceParameter(list.length, codes)
  let previous = beforeFirst
  for (const { code, count, inTitle } of list) {
    bits.rice(code - previous - 1, k)
    previous = code
    bits.fixed(Math.min(15, 31 - Math.clz32(count)), 4)
    bits.bit(inTitle ? 1 : 0)
  }
}

function readNeighbours(bits: BitReader): Weights {
  const count = bits.gamma() - 1
  const k = riceParameter(count, codes)
  const weights: Weights = new Map()
  let code = beforeFirst
  for (let i = 0; i < count && !bits.exhausted; i++) {
    code += bits.rice(k) + 1
    weights.set(code, bits.fixed(4) * 2 + bits.bit() * 5 + 1)
  }
  return weights
}

/** All lists ascending by code. */
export function encodeNeighbours(characters: CharacterNeighbours[]): Uint8Array {
  const bits = new BitWriter()
  bits.gamma(characters.length + 1)
  for (const { code, neighbours } of characters) {
    bits.fixed(code, 16)
    writeNeighbours(bits, neighbours)
  }
  return bits.finish()
}

export function decodeNeighbours(bytes: Uint8Array): NeighbourTable {
  const bits = new BitReader(bytes)
  const count = bits.gamma() - 1
  const found = new Map<number, Weights>()
  for (let i = 0; i < count && !bits.exhausted; i++) found.set(bits.fixed(16), readNeighbours(bits))
  return found
}
