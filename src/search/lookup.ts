/** Fetches the shards of several keys at once and reads their lists. Browser-safe. */
import type { GramKey } from './grams.ts'
import { hashText } from './hash.ts'
import { fileOfKey } from './manifest.ts'
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

export async function lookUp(index: Index, keys: GramKey[]): Promise<Lookup> {
  const files = new Map<string, GramKey[]>()
  for (const key of keys) {
    const file = fileOfKey(index.manifest, key)
    files.set(file, [...(files.get(file) ?? []), key])
  }
  const found = new Map<string, Postings>()
  await Promise.all(
    [...files].map(async ([file, wanted]) => {
      await index.read(file, (bytes) => readKeys(bytes, wanted, found))
    }),
  )
  return (key) => found.get(nameOf(key))
}
