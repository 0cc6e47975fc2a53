/** Fetches the shards of several keys at once and reads their lists. Browser-safe. */
import type { GramFamily, GramKey } from '../format/grams.ts'
import { hashText } from '../format/hash.ts'
import type { IndexReader } from './index-reader.ts'
import { listFile, shardOfKey, singleFile } from '../format/manifest.ts'
import { unite, type Postings } from '../format/postings.ts'
import { fingerprintOf, readHashedShard, readSingleList, readWordShard } from '../format/shard.ts'

/** Undefined when the key's list was spared or could not be read: the key then says nothing. */
export type Lookup = (key: GramKey) => Postings | undefined

/** How many postings a key has; undefined when its shard could not be read. */
export type PostingCounts = (key: GramKey) => number | undefined

/** Keys whose lists the answer can do without, should they be files of their own. */
export type SkipLists = (counts: PostingCounts) => (key: GramKey) => boolean

const emptyPostings: Postings = { pieces: new Uint32Array(), impacts: new Uint8Array() }

const cacheKey = ({ family, key, prefix }: GramKey): string => `${family}${prefix ? '*' : ''}${key}`

/** A list, or the file that has it. */
type ListOrFile = Postings | { count: number; file: string }

function readWords(bytes: Uint8Array, { key, prefix }: GramKey): Postings {
  const matches = (word: string): boolean => (prefix ? word.startsWith(key) : word === key)
  return unite(readWordShard(bytes, matches).map(({ postings }) => postings))
}

/** Keys of one family. */
function readKeys(
  bytes: Uint8Array,
  shard: number,
  keys: GramKey[],
  found: Map<string, ListOrFile>,
): void {
  if (keys[0]?.family === 'w') {
    for (const key of keys) found.set(cacheKey(key), readWords(bytes, key))
    return
  }
  const prints = keys.map(({ key }) => fingerprintOf(hashText(key)))
  const lists = readHashedShard(bytes, new Set(prints))
  keys.forEach((key, i) => {
    const print = prints[i] ?? 0
    const list = lists.get(print) ?? emptyPostings
    const place = 'hash' in list ? { ...list, file: listFile(shard, print, list.hash) } : list
    found.set(cacheKey(key), place)
  })
}

const decodeText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The joined hashes of a family's shards; undefined when they could not be read. */
async function hashesOf(index: IndexReader, family: GramFamily): Promise<string | undefined> {
  const { pairs, directories } = index.manifest
  if (family === 'g') return pairs
  return index.read(singleFile(`d-${family}`, directories[family], 'json'), decodeText)
}

/** Keys of one family, by file. */
async function readFamily(
  index: IndexReader,
  family: GramFamily,
  keys: GramKey[],
  found: Map<string, ListOrFile>,
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

const countIn = (found: ListOrFile | undefined): number | undefined =>
  found && ('file' in found ? found.count : found.pieces.length)

/** The lists of the keys; those that are files of their own only where they are not spared. */
export async function lookUp(
  index: IndexReader,
  keys: GramKey[],
  skipLists?: SkipLists,
): Promise<Lookup> {
  const found = new Map<string, ListOrFile>()
  const families = [...new Set(keys.map(({ family }) => family))]
  const keysIn = (family: GramFamily): GramKey[] => keys.filter((key) => key.family === family)
  await Promise.all(families.map((family) => readFamily(index, family, keysIn(family), found)))
  const isSkipped = skipLists?.((key) => countIn(found.get(cacheKey(key))))
  const lists = new Map<string, Postings>()
  await Promise.all(
    keys.map(async (key) => {
      const name = cacheKey(key)
      const entry = found.get(name)
      if (!entry) return
      if (!('file' in entry)) return void lists.set(name, entry)
      const read = isSkipped?.(key) ? undefined : await index.read(entry.file, readSingleList)
      if (read) lists.set(name, read)
    }),
  )
  return (key) => lists.get(cacheKey(key))
}
