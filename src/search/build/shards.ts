/** Turns postings into shard files. Build time. */
import { riceParameter } from '../bits.ts'
import { shardOf, type GramFamily } from '../grams.ts'
import { contentName, hashOfName, listedLength } from '../hash.ts'
import { listFile, shardFile } from '../manifest.ts'
import type { Postings } from '../postings.ts'
import {
  encodeHashedShard,
  encodeSingleList,
  encodeWordShard,
  fingerprintOf,
  fingerprints,
  type HashedList,
  type ShardShape,
} from '../shard.ts'
import { grown, naturals } from './grown.ts'

export interface SearchFile {
  name: string
  bytes: Uint8Array
}

/** A shard or a group of texts: its hash for the manifest, and its files. */
export interface FileGroup {
  hash: string
  files: SearchFile[]
}

/** Tenths of the bits of a list, near enough: gaps, impacts. */
const estimatedTenths = (count: number, space: number): number =>
  count * (riceParameter(count, space) * 10 + 23)

/** Bits of a key with its count. */
const keyBits = 12

/** Bytes from which a pair's list is a file of its own: a shard is a few kilobytes. */
const longList = 2048

/** The number of postings from which lists of the family are files of their own. */
function limitOf(family: GramFamily, space: number): number {
  let count = space + 1
  if (family !== 'g') return count
  while (estimatedTenths(count - (count >>> 6) - 1, space) >= longList * 80)
    count -= (count >>> 6) + 1
  return count
}

/**
 * How often a family is asked, against its share of the first bytes: nearly every query asks `g`.
 * `u` is asked rarely but changes with every edit, so its shards must not be large.
 */
const usage: Record<GramFamily, number> = { g: 0.8, u: 0.15, w: 0.04, p: 0.5 }

export interface FamilyShape extends ShardShape {
  /** How many shards: a power of two. */
  shards: number
}

/**
 * The shape of a family whose grams stand in so many pieces each. Each shard costs every reader 2.3
 * bytes of manifest and each query a few whole shards, so the sum is least near √(bytes × usage):
 * 1 KB a shard for 600 entries, 2.5 KB for 10,000 and 4 KB for 100,000.
 */
export function shapeOf(family: GramFamily, counts: Iterable<number>, space: number): FamilyShape {
  const limit = limitOf(family, space)
  let tenths = 0
  for (const count of counts)
    tenths += keyBits * 10 + (count < limit ? estimatedTenths(count, space) : 180)
  const wanted = Math.log2(Math.sqrt((tenths / 80) * usage[family]))
  return { space, limit, shards: 2 ** Math.max(0, Math.round(wanted)) }
}

/** Ascending postings, each piece once with its best impact. */
function decoded(list: Uint32Array): Postings {
  const pieces = new Uint32Array(list.length)
  const impacts = new Uint8Array(list.length)
  let count = 0
  for (const posting of list) {
    const piece = posting >>> 2
    if (count > 0 && pieces[count - 1] === piece) count--
    pieces[count] = piece
    impacts[count++] = posting & 3
  }
  return { pieces: pieces.subarray(0, count), impacts: impacts.subarray(0, count) }
}

/** A posting as one number: the piece's id and two bits of impact. */
export const postingOf = (id: number, impact: number): number => id * 4 + impact

/** Pairs of a gram's hash and a posting, in flat arrays of the same length. */
interface Pairs {
  hashes: Uint32Array
  postings: Uint32Array
}

/** The same pairs bucket after bucket, and where each begins; the last number is the end. */
function inBuckets(
  { hashes, postings }: Pairs,
  bucketOf: (hash: number) => number,
  buckets: number,
): Pairs & { starts: Uint32Array } {
  const starts = new Uint32Array(buckets + 1)
  for (let i = 0; i < hashes.length; i++) bump(starts, bucketOf(hashes[i] ?? 0) + 1)
  for (let b = 1; b <= buckets; b++) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
  const next = starts.slice()
  const sorted = { hashes: naturals(hashes.length), postings: naturals(hashes.length) }
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    const at = bump(next, bucketOf(hash))
    sorted.hashes[at] = hash
    sorted.postings[at] = postings[i] ?? 0
  }
  return { ...sorted, starts }
}

/** Adds one, and returns what there was. */
function bump(counts: Uint32Array, index: number): number {
  const count = counts[index] ?? 0
  counts[index] = count + 1
  return count
}

/** Postings of hashed grams, gathered in any order for the wanted shards. */
export class HashedPostings {
  private hashes: Uint32Array = naturals(4096)
  private postings: Uint32Array = naturals(4096)
  private length = 0

  /** `wanted` is 1 for each shard that is asked for. */
  constructor(
    private readonly shape: FamilyShape,
    private readonly wanted: Uint8Array,
  ) {}

  add(hash: number, posting: number): void {
    if (!this.wanted[hash & (this.shape.shards - 1)]) return
    if (this.length === this.hashes.length) {
      this.hashes = grown(this.hashes, naturals)
      this.postings = grown(this.postings, naturals)
    }
    this.hashes[this.length] = hash
    this.postings[this.length++] = posting
  }

  /** The wanted shards, ascending. Two grams of one fingerprint share a list. */
  *shards(family: GramFamily): Generator<[index: number, shard: FileGroup]> {
    const { shape, wanted, length } = this
    const all = {
      hashes: this.hashes.subarray(0, length),
      postings: this.postings.subarray(0, length),
    }
    const { starts, ...sorted } = inBuckets(all, (hash) => hash & (shape.shards - 1), shape.shards)
    for (const [index, isWanted] of wanted.entries()) {
      if (!isWanted) continue
      const [from, to] = [starts[index], starts[index + 1]]
      const own = {
        hashes: sorted.hashes.subarray(from, to),
        postings: sorted.postings.subarray(from, to),
      }
      yield [index, encodeHashed(family, index, own, shape)]
    }
  }
}

function encodeHashed(
  family: GramFamily,
  index: number,
  pairs: Pairs,
  shape: FamilyShape,
): FileGroup {
  const files: SearchFile[] = []
  const { starts, postings } = inBuckets(pairs, fingerprintOf, fingerprints)
  const lists: HashedList[] = []
  for (let fingerprint = 0; fingerprint < fingerprints; fingerprint++) {
    const [from, to] = [starts[fingerprint], starts[fingerprint + 1]]
    if (from === to) continue
    const list = decoded(postings.subarray(from, to).sort())
    const count = list.pieces.length
    if (count < shape.limit) lists.push({ fingerprint, list })
    else {
      const bytes = encodeSingleList(list, shape.space)
      const hash = hashOfName(contentName(bytes, listedLength))
      files.push({ name: listFile(index, fingerprint, hash), bytes })
      lists.push({ fingerprint, list: { count, hash } })
    }
  }
  return finished(family, index, encodeHashedShard(lists, shape), files)
}

function finished(
  family: GramFamily,
  index: number,
  bytes: Uint8Array,
  files: SearchFile[],
): FileGroup {
  const hash = contentName(bytes, listedLength)
  return { hash, files: [...files, { name: shardFile(family, index, hash), bytes }] }
}

const ascending = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

/** Postings of words, gathered in any order for the wanted shards. */
export class WordPostings {
  private readonly found = new Map<string, number[]>()

  constructor(
    private readonly shape: FamilyShape,
    private readonly wanted: Uint8Array,
  ) {}

  add(word: string, posting: number): void {
    const known = this.found.get(word)
    if (known) known.push(posting)
    else if (this.wanted[shardOf('w', word, this.shape.shards)]) this.found.set(word, [posting])
  }

  /** The wanted shards, ascending. */
  *shards(): Generator<[index: number, shard: FileGroup]> {
    const { shape, wanted } = this
    const byShard = Array.from(wanted, (): [string, number[]][] => [])
    for (const list of this.found) byShard[shardOf('w', list[0], shape.shards)]?.push(list)
    for (const [index, isWanted] of wanted.entries()) {
      if (!isWanted) continue
      const lists = (byShard[index] ?? [])
        .sort(ascending)
        .map(([word, postings]) => ({ word, postings: decoded(Uint32Array.from(postings).sort()) }))
      yield [index, finished('w', index, encodeWordShard(lists, shape.space), [])]
    }
  }
}
