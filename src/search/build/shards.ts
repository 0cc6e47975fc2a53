/** Turns posting tables into shard files. Build time. */
import { shardOf, type GramFamily } from '../grams.ts'
import { contentName, hashText } from '../hash.ts'
import { shardFile } from '../manifest.ts'
import {
  encodeHashedShard,
  encodeWordShard,
  fingerprintOf,
  unite,
  type HashedList,
  type Postings,
} from '../postings.ts'

export interface SearchFile {
  name: string
  bytes: Uint8Array
}

/** Grams of one family, keys as the query spells them. */
export interface GramTable {
  family: GramFamily
  keys: string[]
  count(key: string): number
  postings(key: string): Postings
}

/** Bits of a list, near enough to choose the number of shards: gap, impact, key. */
function estimatedBits(count: number, space: number): number {
  return count * (Math.max(0, Math.log2(space / Math.max(1, count))) + 2.8) + 14
}

/**
 * How often a family is asked, against its share of the manifest: nearly every query asks `g`. `u`
 * is asked rarely but changes with every edit, so its shards must not be large.
 */
const usage: Record<GramFamily, number> = { g: 0.6, u: 0.15, w: 0.04, p: 0.15 }

/**
 * How many shards: a power of two. Each shard costs every reader 3 bytes of manifest and each
 * query a few whole shards, so the sum is least near √(bytes × usage), which is 1 KB a shard for
 * 600 entries, 4 KB for 10,000 and 8 KB for 100,000.
 */
function shardCount(table: GramTable, space: number): number {
  let bits = 0
  for (const key of table.keys) bits += estimatedBits(table.count(key), space)
  return 2 ** Math.max(0, Math.round(Math.log2(Math.sqrt((bits / 8) * usage[table.family]))))
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function encodeHashed(table: GramTable, keys: string[], space: number): Uint8Array {
  const lists = new Map<number, Postings[]>()
  for (const key of keys) {
    const fingerprint = fingerprintOf(hashText(key))
    const list = lists.get(fingerprint)
    if (list) list.push(table.postings(key))
    else lists.set(fingerprint, [table.postings(key)])
  }
  const merged: HashedList[] = [...lists]
    .sort(([a], [b]) => a - b)
    .map(([fingerprint, postings]) => ({ fingerprint, postings: unite(postings) }))
  return encodeHashedShard(merged, space)
}

function encodeWords(table: GramTable, keys: string[], space: number): Uint8Array {
  const words = keys.sort(ascending).map((word) => ({ word, postings: table.postings(word) }))
  return encodeWordShard(words, space)
}

/** Yields the family's shards and returns their joined hashes for the manifest. */
export function* buildShards(table: GramTable, space: number): Generator<SearchFile, string> {
  const count = shardCount(table, space)
  const shards: string[][] = Array.from({ length: count }, () => [])
  for (const key of table.keys) shards[shardOf(table.family, key, count)]?.push(key)
  const encode = table.family === 'w' ? encodeWords : encodeHashed
  let hashes = ''
  for (const [index, keys] of shards.entries()) {
    const bytes = encode(table, keys, space)
    const hash = contentName(bytes)
    hashes += hash
    yield { name: shardFile(table.family, index, hash), bytes }
  }
  return hashes
}
