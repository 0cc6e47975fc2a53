/** Turns postings into shard files. Build time. */
import { shardOf, type GramFamily } from '../format/grams.ts'
import { contentName, hashOfName, listedLength } from '../format/hash.ts'
import { listFile, shardFile } from '../format/manifest.ts'
import type { Postings } from '../format/postings.ts'
import {
  encodeHashedShard,
  encodeSingleList,
  encodeWordShard,
  fingerprintOf,
  fingerprints,
  type HashedList,
} from '../format/shard.ts'
import { Buckets, part } from './buckets.ts'
import { growArray, uint32Array } from './typed-arrays.ts'
import type { FamilyShape } from './shard-shape.ts'

export interface SearchFile {
  name: string
  bytes: Uint8Array
}

/** A shard or a group of texts: its hash for the manifest, and its files. */
export interface FileGroup {
  hash: string
  files: SearchFile[]
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

/** Postings of hashed grams, gathered in any order for the wanted shards. */
export class HashedPostings {
  private hashes: Uint32Array
  private postings: Uint32Array
  private length = 0

  /** `wanted` is 1 for each shard that is asked for; `expected` says how many postings there will be, about. */
  constructor(
    private readonly shape: FamilyShape,
    private readonly wanted: Uint8Array,
    expected: number,
  ) {
    this.hashes = uint32Array(expected + 16)
    this.postings = uint32Array(expected + 16)
  }

  add(hash: number, posting: number): void {
    if (!this.wanted[hash & (this.shape.shards - 1)]) return
    if (this.length === this.hashes.length) {
      this.hashes = growArray(this.hashes, uint32Array)
      this.postings = growArray(this.postings, uint32Array)
    }
    this.hashes[this.length] = hash
    this.postings[this.length++] = posting
  }

  /** The wanted shards, ascending. Two grams of one fingerprint share a list. */
  *shards(family: GramFamily): Generator<[index: number, shard: FileGroup]> {
    const { shape, wanted, hashes, postings: all, length } = this
    const byShard = new Buckets(shape.shards, (hash) => hash & (shape.shards - 1))
    const byFingerprint = new Buckets(fingerprints, fingerprintOf)
    const sorted = byShard.sort(part({ hashes, postings: all }, 0, length))
    for (const [index, isWanted] of wanted.entries()) {
      if (!isWanted) continue
      const own = part(sorted, byShard.starts[index] ?? 0, byShard.starts[index + 1] ?? 0)
      const { postings } = byFingerprint.sort(own)
      yield [index, encodeHashed(family, index, { postings, starts: byFingerprint.starts }, shape)]
    }
  }
}

/** `starts` says where the postings of each fingerprint begin. */
function encodeHashed(
  family: GramFamily,
  index: number,
  { postings, starts }: { postings: Uint32Array; starts: Uint32Array },
  shape: FamilyShape,
): FileGroup {
  const files: SearchFile[] = []
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
