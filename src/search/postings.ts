/**
 * Posting lists and the shards that hold them. Browser-safe.
 *
 * A posting says in which piece (a passage of about 1,000 characters) a gram stands, and how
 * much it matters there: 3 title or name, 2 heading, summary, fact or quiz, 1 often in the
 * running text, 0 in the running text.
 *
 * A list, as bits: gamma(count); then for each posting, ascending by piece:
 *   rice(gap − 1, k) with gap = piece − previous piece, the first previous being −1,
 *     k = riceParameter(count, space);
 *   the impact in unary, cut at 3: 0 → `0`, 1 → `10`, 2 → `110`, 3 → `111`.
 *
 * A hashed shard: byte 0 = k of the keys; then bits: gamma(space), gamma(number of keys + 1),
 *   and for each key, ascending: rice(fingerprint − previous − 1, k) [first previous −1], list.
 *   The fingerprint is the high 16 bits of the gram's hash; the low bits choose the shard. Two
 *   grams of one fingerprint share a merged list: a false candidate, which the text check drops.
 *
 * A word shard: bits: gamma(space), gamma(number of words + 1), and for each word, ascending:
 *   gamma(shared + 1) units shared with the word before, gamma(rest), rest × 16 bits, list.
 */
import { BitReader, BitWriter, riceParameter } from './bits.ts'

export interface Postings {
  /** Ascending piece ids. */
  pieces: Uint32Array
  /** 0–3 for each piece. */
  impacts: Uint8Array
}

export interface HashedList {
  fingerprint: number
  postings: Postings
}
export interface WordList {
  word: string
  postings: Postings
}

const fingerprints = 0x10000

export const fingerprintOf = (hash: number): number => hash >>> 16

function writeList(bits: BitWriter, { pieces, impacts }: Postings, space: number): void {
  bits.gamma(pieces.length)
  const k = riceParameter(pieces.length, space)
  let previous = -1
  pieces.forEach((piece, i) => {
    bits.rice(piece - previous - 1, k)
    previous = piece
    const impact = impacts[i] ?? 0
    for (let bit = 0; bit < Math.min(3, impact + 1); bit++) bits.bit(bit < impact ? 1 : 0)
  })
}

function readImpact(bits: BitReader): number {
  if (!bits.bit()) return 0
  if (!bits.bit()) return 1
  return bits.bit() ? 3 : 2
}

function readList(bits: BitReader, space: number): Postings {
  // A list longer than the space can only come from damaged bytes.
  const count = Math.min(bits.gamma(), space)
  const k = riceParameter(count, space)
  const pieces = new Uint32Array(count)
  const impacts = new Uint8Array(count)
  let previous = -1
  for (let i = 0; i < count; i++) {
    previous += bits.rice(k) + 1
    pieces[i] = previous
    impacts[i] = readImpact(bits)
    if (bits.exhausted) throw new RangeError('posting list ends early')
  }
  return { pieces, impacts }
}

/** `lists` ascending by fingerprint, no two alike. `space` is one more than the largest piece id. */
export function encodeHashedShard(lists: HashedList[], space: number): Uint8Array {
  const bits = new BitWriter()
  const k = riceParameter(lists.length, fingerprints)
  bits.fixed(k, 8)
  bits.gamma(Math.max(1, space))
  bits.gamma(lists.length + 1)
  let previous = -1
  for (const { fingerprint, postings } of lists) {
    bits.rice(fingerprint - previous - 1, k)
    previous = fingerprint
    writeList(bits, postings, space)
  }
  return bits.finish()
}

/** The lists of the wanted fingerprints, in one pass. Throws RangeError on damaged bytes. */
export function readHashedShard(bytes: Uint8Array, wanted: Set<number>): Map<number, Postings> {
  const bits = new BitReader(bytes)
  const k = bits.fixed(8)
  const space = bits.gamma()
  const count = bits.gamma() - 1
  const found = new Map<number, Postings>()
  let fingerprint = -1
  for (let i = 0; i < count && found.size < wanted.size; i++) {
    fingerprint += bits.rice(k) + 1
    const list = readList(bits, space)
    if (wanted.has(fingerprint)) found.set(fingerprint, list)
  }
  return found
}

/** `lists` ascending by word in UTF-16 order, no two alike, no word empty. */
export function encodeWordShard(lists: WordList[], space: number): Uint8Array {
  const bits = new BitWriter()
  bits.gamma(Math.max(1, space))
  bits.gamma(lists.length + 1)
  let previous = ''
  for (const { word, postings } of lists) {
    let shared = 0
    while (shared < previous.length && previous[shared] === word[shared]) shared++
    bits.gamma(shared + 1)
    bits.gamma(word.length - shared)
    for (let i = shared; i < word.length; i++) bits.fixed(word.charCodeAt(i), 16)
    previous = word
    writeList(bits, postings, space)
  }
  return bits.finish()
}

/** The lists of all words that `wanted` accepts. Throws RangeError on damaged bytes. */
export function readWordShard(bytes: Uint8Array, wanted: (word: string) => boolean): WordList[] {
  const bits = new BitReader(bytes)
  const space = bits.gamma()
  const count = bits.gamma() - 1
  const found: WordList[] = []
  let word = ''
  for (let i = 0; i < count; i++) {
    word = word.slice(0, bits.gamma() - 1)
    for (let rest = bits.gamma(); rest > 0 && !bits.exhausted; rest--)
      word += String.fromCharCode(bits.fixed(16))
    const postings = readList(bits, space)
    if (wanted(word)) found.push({ word, postings })
  }
  return found
}

/** All postings of several lists, a piece once with its best impact. */
export function unite(lists: Postings[]): Postings {
  const [only] = lists
  if (only && lists.length === 1) return only
  const best = new Map<number, number>()
  for (const { pieces, impacts } of lists)
    pieces.forEach((piece, i) => {
      best.set(piece, Math.max(best.get(piece) ?? 0, impacts[i] ?? 0))
    })
  const pieces = Uint32Array.from(best.keys()).sort()
  return { pieces, impacts: Uint8Array.from(pieces, (piece) => best.get(piece) ?? 0) }
}

/** Pieces that stand in every list, with the least of their impacts. */
export function intersect(lists: Postings[]): Postings {
  const [first, ...rest] = [...lists].sort((a, b) => a.pieces.length - b.pieces.length)
  if (!first) return { pieces: new Uint32Array(), impacts: new Uint8Array() }
  return rest.reduce(intersectTwo, first)
}

function intersectTwo(a: Postings, b: Postings): Postings {
  const pieces: number[] = []
  const impacts: number[] = []
  let j = 0
  a.pieces.forEach((piece, i) => {
    while (j < b.pieces.length && (b.pieces[j] ?? 0) < piece) j++
    if (b.pieces[j] !== piece) return
    pieces.push(piece)
    impacts.push(Math.min(a.impacts[i] ?? 0, b.impacts[j] ?? 0))
  })
  return { pieces: Uint32Array.from(pieces), impacts: Uint8Array.from(impacts) }
}
