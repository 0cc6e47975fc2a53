/**
 * Shards: files that hold the posting lists of many grams; a list is coded as `postings.ts` says.
 * Browser-safe.
 *
 * A hashed shard: byte 0 = k of the keys; then bits: gamma(space), gamma(limit), gamma(number of
 *   keys + 1), and for each key, ascending: rice(fingerprint − previous − 1, k) [first previous −1],
 *   gamma(count), and the list when count < limit, else 18 bits: the hash of the file that holds it.
 *   The fingerprint is the high 14 bits of the gram's hash; the low bits choose the shard. Two
 *   grams of one fingerprint share a merged list: a false candidate, which the text check drops.
 *
 * A file of one list: bits: gamma(space), gamma(count), list.
 *
 * A word shard: bits: gamma(space), gamma(number of words + 1), and for each word, ascending:
 *   gamma(shared + 1) units shared with the word before, gamma(rest), rest × 16 bits, gamma(count),
 *   list.
 */
import { BitReader, BitWriter, riceParameter } from './bits.ts'
import { readCount, readList, writeList, type Postings } from './postings.ts'

/** A list that is a file of its own. */
interface Elsewhere {
  count: number
  /** 18 bits of the file's hash. */
  hash: number
}

export interface HashedList {
  fingerprint: number
  list: Postings | Elsewhere
}
interface WordList {
  word: string
  postings: Postings
}

const fingerprintBits = 14
/** How many there are. */
export const fingerprints = 2 ** fingerprintBits
const hashBits = 18

export const fingerprintOf = (hash: number): number => hash >>> (32 - fingerprintBits)

/** Lists of `limit` postings or more are files of their own. */
export interface ShardShape {
  /** One more than the largest piece id. */
  space: number
  limit: number
}

/** `lists` ascending by fingerprint, no two alike, `Elsewhere` where they reach the limit. */
export function encodeHashedShard(lists: HashedList[], { space, limit }: ShardShape): Uint8Array {
  const bits = new BitWriter()
  const k = riceParameter(lists.length, 2 ** fingerprintBits)
  bits.fixed(k, 8)
  bits.gamma(Math.max(1, space))
  bits.gamma(limit)
  bits.gamma(lists.length + 1)
  let previous = -1
  for (const { fingerprint, list } of lists) {
    bits.rice(fingerprint - previous - 1, k)
    previous = fingerprint
    bits.gamma('hash' in list ? list.count : list.pieces.length)
    if ('hash' in list) bits.fixed(list.hash, hashBits)
    else writeList(bits, list, space)
  }
  return bits.finish()
}

/** The lists of the wanted fingerprints, in one pass. Throws RangeError on damaged bytes. */
export function readHashedShard(
  bytes: Uint8Array,
  wanted: Set<number>,
): Map<number, Postings | Elsewhere> {
  const bits = new BitReader(bytes)
  const k = bits.fixed(8)
  const [space, limit, keys] = [bits.gamma(), bits.gamma(), bits.gamma() - 1]
  const found = new Map<number, Postings | Elsewhere>()
  let fingerprint = -1
  for (let i = 0; i < keys && found.size < wanted.size; i++) {
    fingerprint += bits.rice(k) + 1
    const count = readCount(bits, space)
    const list =
      count < limit ? readList(bits, count, space) : { count, hash: bits.fixed(hashBits) }
    if (wanted.has(fingerprint)) found.set(fingerprint, list)
  }
  return found
}

export function encodeSingleList(postings: Postings, space: number): Uint8Array {
  const bits = new BitWriter()
  bits.gamma(Math.max(1, space))
  bits.gamma(postings.pieces.length)
  writeList(bits, postings, space)
  return bits.finish()
}

/** Throws RangeError on damaged bytes. */
export function readSingleList(bytes: Uint8Array): Postings {
  const bits = new BitReader(bytes)
  const space = bits.gamma()
  return readList(bits, readCount(bits, space), space)
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
    bits.gamma(postings.pieces.length)
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
    const postings = readList(bits, readCount(bits, space), space)
    if (wanted(word)) found.push({ word, postings })
  }
  return found
}
