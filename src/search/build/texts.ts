/** Names the text files: neighbours share a hash, see `textFile`. Build time. */
import { hashBytes, hashName, listedLength } from '../hash.ts'
import type { SearchFile } from './shards.ts'

/** Pieces of a group: near √(number)/2, so that manifest and renamed files stay small alike. */
export function textGroupSize(space: number): number {
  return 2 ** Math.min(7, Math.max(3, Math.round(Math.log2(Math.sqrt(space) / 2.5))))
}

/** Yields the text files and returns the groups' joined hashes. */
export function* buildTexts(
  pieces: Map<number, Uint8Array>,
  space: number,
): Generator<SearchFile, string> {
  const size = textGroupSize(space)
  let hashes = ''
  for (let from = 0; from < space; from += size) {
    const members: [number, Uint8Array][] = []
    for (let id = from; id < from + size; id++) {
      const bytes = pieces.get(id)
      if (bytes) members.push([id, bytes])
    }
    const seed = members.reduce((sum, [id, bytes]) => hashBytes(bytes, sum ^ id), 0)
    const hash = hashName(seed, listedLength)
    hashes += hash
    for (const [id, bytes] of members)
      yield { name: `search/t-${id.toString(36)}-${hash}.json`, bytes }
  }
  return hashes
}
