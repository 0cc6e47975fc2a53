/** Fetches the shards of several keys at once and reads their lists. Browser-safe. */
import type { GramFamily, GramKey } from './grams.ts'
import { hashText } from './hash.ts'
import type { Index } from './index-files.ts'
import { listFile, shardOfKey, singleFile } from './manifest.ts'
import { unite, type Postings } from './postings.ts'
import { fingerprintOf, readHashedShard, readSingleList, readWordShard } from './shard.ts'

/** Undefined when the key's list was spared or could not be read: the key then says nothing. */
export type Lookup = (key: GramKey) => Postings | undefined

/** How many postings a key has; undefined when its shard could not be read. */
export type Counts = (key: GramKey) => number | undefined

/** Keys whose lists the answer can do without, should they be files of their own. */
export type Spare = (counts: Counts) => (key: GramKey) => boolean

const nothing: Postings = { pieces: new Uint32Array(), impacts: new Uint8Array() }

const nameOf = ({ family, key, prefix }: GramKey): string => `${family}${prefix ? '*' : ''}${key}`

/** A list, or the file that has it. */
type Found = Postings | { count: number; file: string }

function readWords(bytes: Uint8Array, { key, prefix }: GramKey): Postings {
  const matches = (word: string): boolean => (prefix ? word.startsWith(key) : word === key)
  return unite(readWordShard(bytes, matches).map(({ postings }) => postings))
}

/** Keys of one family. */
function readKeys(
  bytes: Uint8Array,
  shard: number,
  keys: GramKey[],
  found: Map<string, Found>,
): void {
  if (keys[0]?.family === 'w') {
    for (const key of keys) found.set(nameOf(key), readWords(bytes, key))
    return
  }
  const prints = keys.map(({ key }) => fingerprintOf(hashText(key)))
  const lists = readHashedShard(bytes, new Set(prints))
  keys.forEach((key, i) => {
    const print = prints[i] ?? 0
    const list = lists.get(print) ?? nothing
    const place = 'hash' in list ? { ...list, file: listFile(shard, print, list.hash) } : list
    found.set(nameOf(key), place)
  })
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
  found: Map<string, Found>,
): Promise<void> {
  const hashes = await hashesOf(index, family)
  if (!hashes) return
  const files = new Map<string, { shard: number; wanted: GramKey[] }>()
  for (const key of keys) {
    const [shard, file] = shardOfKey(hashes, key)
    const { wanted } = files.get(file) ?? { wanted: [] }
    files.set(file, { shard, wanted: [...wanted, key] })
  }
  await Promise.all(
    [...files].map(([file, { shard, wanted }]) =>
      index.read(file, (bytes) => readKeys(bytes, shard, wanted, found)),
    ),
  )
}

const countIn = (found: Found | undefined): number | undefined =>
  found && ('file' in found ? found.count : found.pieces.length)

/** The lists of the keys; those that are files of their own only where they are not spared. */
export async function lookUp(index: Index, keys: GramKey[], spare?: Spare): Promise<Lookup> {
  const found = new Map<string, Found>()
  const families = [...new Set(keys.map(({ family }) => family))]
  const keysIn = (family: GramFamily): GramKey[] => keys.filter((key) => key.family === family)
  await Promise.all(families.map((family) => readFamily(index, family, keysIn(family), found)))
  const spared = spare?.((key) => countIn(found.get(nameOf(key))))
  const lists = new Map<string, Postings>()
  await Promise.all(
    keys.map(async (key) => {
      const name = nameOf(key)
      const entry = found.get(name)
      if (!entry) return
      if (!('file' in entry)) return void lists.set(name, entry)
      const read = spared?.(key) ? undefined : await index.read(entry.file, readSingleList)
      if (read) lists.set(name, read)
    }),
  )
  return (key) => lists.get(nameOf(key))
}
