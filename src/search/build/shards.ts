/** Turns posting tables into shard files. Build time. */
import { riceParameter } from '../bits.ts'
import { shardOf, type GramFamily } from '../grams.ts'
import { contentName, hashOfName, hashText, listedLength } from '../hash.ts'
import { listFile, shardFile } from '../manifest.ts'
import { unite, type Postings } from '../postings.ts'
import {
  encodeHashedShard,
  encodeSingleList,
  encodeWordShard,
  fingerprintOf,
  type HashedList,
  type ShardShape,
} from '../shard.ts'

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

/** Bits of a list, near enough: gaps, impacts. */
const estimatedBits = (count: number, space: number): number =>
  count * (riceParameter(count, space) + 2.3)

/** Bits of a key with its count. */
const keyBits = 12

/** Bytes from which a pair's list is a file of its own: a shard is a few kilobytes. */
const longList = 2048

/** The number of postings from which lists of the family are files of their own. */
function limitOf(family: GramFamily, space: number): number {
  let count = space + 1
  if (family !== 'g') return count
  while (estimatedBits(count - (count >>> 6) - 1, space) >= longList * 8) count -= (count >>> 6) + 1
  return count
}

/**
 * How often a family is asked, against its share of the first bytes: nearly every query asks `g`.
 * `u` is asked rarely but changes with every edit, so its shards must not be large.
 */
const usage: Record<GramFamily, number> = { g: 0.8, u: 0.15, w: 0.04, p: 0.5 }

/**
 * How many shards: a power of two. Each shard costs every reader 2.3 bytes of manifest and each
 * query a few whole shards, so the sum is least near √(bytes × usage): 1 KB a shard for 600
 * entries, 2.5 KB for 10,000 and 4 KB for 100,000.
 */
function shardCount(table: GramTable, { space, limit }: ShardShape): number {
  let bits = 0
  for (const key of table.keys) {
    const count = table.count(key)
    bits += keyBits + (count < limit ? estimatedBits(count, space) : 18)
  }
  return 2 ** Math.max(0, Math.round(Math.log2(Math.sqrt((bits / 8) * usage[table.family]))))
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Yields the files of lists that are too long for the shard, and returns the shard. */
function* encodeHashed(
  table: GramTable,
  keys: string[],
  shape: ShardShape,
  index: number,
): Generator<SearchFile, Uint8Array> {
  const merged = new Map<number, Postings[]>()
  for (const key of keys) {
    const fingerprint = fingerprintOf(hashText(key))
    merged.set(fingerprint, [...(merged.get(fingerprint) ?? []), table.postings(key)])
  }
  const lists: HashedList[] = []
  for (const [fingerprint, parts] of [...merged].sort(([a], [b]) => a - b)) {
    const postings = unite(parts)
    const count = postings.pieces.length
    if (count < shape.limit) lists.push({ fingerprint, list: postings })
    else {
      const bytes = encodeSingleList(postings, shape.space)
      const hash = hashOfName(contentName(bytes, listedLength))
      yield { name: listFile(index, fingerprint, hash), bytes }
      lists.push({ fingerprint, list: { count, hash } })
    }
  }
  return encodeHashedShard(lists, shape)
}

function encodeWords(table: GramTable, keys: string[], space: number): Uint8Array {
  const words = keys.sort(ascending).map((word) => ({ word, postings: table.postings(word) }))
  return encodeWordShard(words, space)
}

/** Yields the family's files and returns its shards' joined hashes for the manifest. */
export function* buildShards(table: GramTable, space: number): Generator<SearchFile, string> {
  const shape = { space, limit: limitOf(table.family, space) }
  const count = shardCount(table, shape)
  const shards: string[][] = Array.from({ length: count }, () => [])
  for (const key of table.keys) shards[shardOf(table.family, key, count)]?.push(key)
  let hashes = ''
  for (const [index, keys] of shards.entries()) {
    const bytes =
      table.family === 'w'
        ? encodeWords(table, keys, space)
        : yield* encodeHashed(table, keys, shape, index)
    const hash = contentName(bytes, listedLength)
    hashes += hash
    yield { name: shardFile(table.family, index, hash), bytes }
  }
  return hashes
}
