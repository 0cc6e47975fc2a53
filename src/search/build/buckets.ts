/** Sorts postings by the hashes of their grams. Build time. */
import { uint32Array } from './typed-arrays.ts'

/** Pairs of a gram's hash and a posting, in flat arrays of the same length. */
interface Pairs {
  hashes: Uint32Array
  postings: Uint32Array
}

/** Sorts pairs into buckets by their hashes; its arrays are used again for the next ones. */
export class Buckets {
  /** Where each bucket begins; the last number is the end. */
  readonly starts: Uint32Array
  private readonly next: Uint32Array
  private sorted: Pairs = { hashes: uint32Array(0), postings: uint32Array(0) }

  constructor(
    private readonly buckets: number,
    private readonly bucketOf: (hash: number) => number,
  ) {
    this.starts = uint32Array(buckets + 1)
    this.next = uint32Array(buckets + 1)
  }

  /** The same pairs bucket after bucket, until it sorts others. */
  sort({ hashes, postings }: Pairs): Pairs {
    const { starts, next, buckets, bucketOf } = this
    if (this.sorted.hashes.length < hashes.length)
      this.sorted = { hashes: uint32Array(hashes.length), postings: uint32Array(hashes.length) }
    const { sorted } = this
    starts.fill(0)
    for (let i = 0; i < hashes.length; i++) bump(starts, bucketOf(hashes[i] ?? 0) + 1)
    for (let b = 1; b <= buckets; b++) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
    next.set(starts)
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] ?? 0
      const at = bump(next, bucketOf(hash))
      sorted.hashes[at] = hash
      sorted.postings[at] = postings[i] ?? 0
    }
    return sorted
  }
}

/** Adds one, and returns what there was. */
function bump(counts: Uint32Array, index: number): number {
  const count = counts[index] ?? 0
  counts[index] = count + 1
  return count
}

/** Pairs from one place to before another. */
export const part = ({ hashes, postings }: Pairs, from: number, to: number): Pairs => ({
  hashes: hashes.subarray(from, to),
  postings: postings.subarray(from, to),
})
