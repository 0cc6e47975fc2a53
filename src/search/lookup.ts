/** Fetches the shards of several keys at once and reads their lists. Browser-safe. */
import type { GramFamily, GramKey } from './grams.ts'
import { hashText } from './hash.ts'
import { fileOfKey, singleFile } from './manifest.ts'
import { fingerprintOf, readHashedShard, readWordShard, unite, type Postings } from './postings.ts'
import type { Index } from './index-files.ts'

/** Undefined when the key's shard could not be read: the key then says nothing. */
export type Lookup = (key: GramKey) => Postings | undefined

const nothing: Postings = { pieces: new Uint32Array(), impacts: new Uint8Array() }

const nameOf = ({ family, key, prefix }: GramKey): string => `${family}${prefix ? '*' : ''}${key}`

function readKeys(bytes: Uint8Array, keys: GramKey[], found: Map<string, Postings>): void {
  const hashed = keys.filter(({ family }) => family !== 'w')
  const lists = hashed.length
    ? readHashedShard(bytes, new Set(hashed.map(({ key }) => fingerprintOf(hashText(key)))))
    : new Map<number, Postings>()
  for (const key of keys) {
    const matches = (word: string): boolean =>
      key.prefix ? word.startsWith(key.key) : word === key.key
    const postings =
      key.family === 'w'
        ? unite(readWordShard(bytes, matches).map((list) => list.postings))
        : lists.get(fingerprintOf(hashText(key.key)))
    found.set(nameOf(key), postings ?? nothing)
  }
}

const decodeText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The joined hashes of a family's shards; undefined when they could not be read. */
async function hashesOf(index: Index, family: GramFamily): Promise<string | undefined> {
  const { pairs, directories } = index.manifest
  if (family === 'g') return pairs
  return index.read(singleFile(`d-${family}`, directories[family], 'json'), decodeText)
}

/** Keys of one family, by file. */
async function readFamily(
  index: Index,
  family: GramFamily,
  keys: GramKey[],
  found: Map<string, Postings>,
): Promise<void> {
  const hashes = await hashesOf(index, family)
  if (!hashes) return
  const files = new Map<string, GramKey[]>()
  for (const key of keys) {
    const file = fileOfKey(hashes, key)
    files.set(file, [...(files.get(file) ?? []), key])
  }
  await Promise.all(
    [...files].map(([file, wanted]) => index.read(file, (bytes) => readKeys(bytes, wanted, found))),
  )
}

export async function lookUp(index: Index, keys: GramKey[]): Promise<Lookup> {
  const found = new Map<string, Postings>()
  const families = new Set(keys.map(({ family }) => family))
  await Promise.all(
    [...families].map((family) =>
      readFamily(
        index,
        family,
        keys.filter((key) => key.family === family),
        found,
      ),
    ),
  )
  return (key) => found.get(nameOf(key))
}
