/** Names the text files: neighbours share a hash, see `textFile`. Build time. */
import { hashBytes, hashName, listedLength } from '../format/hash.ts'
import type { FileGroup } from './shards.ts'

/** Pieces of a group: near √(number)/2, so that manifest and renamed files stay small alike. */
export function textGroupSize(space: number): number {
  return 2 ** Math.min(7, Math.max(3, Math.round(Math.log2(Math.sqrt(space) / 2.5))))
}

export const textGroups = (space: number): number => Math.ceil(space / textGroupSize(space))

/** The text files of a group. */
export function textGroup(members: readonly [id: number, bytes: Uint8Array][]): FileGroup {
  const ordered = [...members].sort(([a], [b]) => a - b)
  const seed = ordered.reduce((sum, [id, bytes]) => hashBytes(bytes, sum ^ id), 0)
  const hash = hashName(seed, listedLength)
  const files = ordered.map(([id, bytes]) => ({
    name: `search/t-${id.toString(36)}-${hash}.json`,
    bytes,
  }))
  return { hash, files }
}
