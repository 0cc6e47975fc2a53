/** How many shards a family has, and which lists are files of their own. Build time. */
import { riceParameter } from '../format/bits.ts'
import type { GramFamily } from '../format/grams.ts'
import type { ShardShape } from '../format/shard.ts'

/** Tenths of the bits of a list, near enough: gaps, impacts. */
const estimatedTenths = (count: number, space: number): number =>
  count * (riceParameter(count, space) * 10 + 23)

/** Bits of a key with its count. */
const keyBits = 12

/** Bytes from which a pair's list is a file of its own: a shard is a few kilobytes. */
const longListBytes = 2048

/** The number of postings from which lists of the family are files of their own. */
function limitOf(family: GramFamily, space: number): number {
  let count = space + 1
  if (family !== 'g') return count
  while (estimatedTenths(count - (count >>> 6) - 1, space) >= longListBytes * 80)
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
