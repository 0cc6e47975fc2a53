/**
 * The manifest: which files make up the index. Browser-safe. The only file of the index that may
 * change under its name, so it must be fetched with `cache: 'no-cache'`; all others are immutable.
 */
import { shardOf, type GramFamily, type GramKey } from './grams.ts'
import { contentName, hashName, listedLength } from './hash.ts'

export const manifestVersion = 2
export const manifestName = 'search/manifest.json'

/** Families asked so rarely that their shards' hashes are a file of their own. */
type DirectoryFamily = Exclude<GramFamily, 'g'>

export interface Manifest {
  version: number
  entries: number
  /** One more than the largest piece id. */
  space: number
  /** Consecutive ids whose text files share a hash, see `textFile`. */
  textGroup: number
  /** File hashes of the pairs' shards, `listedLength` characters each, joined. */
  pairs: string
  /** Hashes of the directories of the other families, which hold the same for theirs. */
  directories: Record<DirectoryFamily, string>
  /** Hashes of the text groups, joined. */
  texts: string
  /** Hashes of single files; empty when there is no such file. */
  zones: string
  folding: string
  pinyin: string
  pack: string
  /** Of the vocabulary. */
  vocabulary: string
  facets: Readonly<Record<string, string>>
}

/** Throws SyntaxError when the bytes are no manifest of this version. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  // The build of this version wrote all of it or nothing.
  const manifest = value as Manifest | null
  if (manifest?.version !== manifestVersion) throw new SyntaxError('not a search manifest')
  return manifest
}

const hashAt = (hashes: string, index: number): string =>
  hashes.slice(index * listedLength, (index + 1) * listedLength)

export const shardFile = (family: string, index: number, hash: string): string =>
  `search/${family}-${index.toString(36)}-${hash}.bin`

/** The number of the shard that holds a key, and its file, given its family's joined hashes. */
export function shardOfKey(hashes: string, { family, key }: GramKey): [number, string] {
  const index = shardOf(family, key, hashes.length / listedLength)
  return [index, shardFile(family, index, hashAt(hashes, index))]
}

/** The file of a list that is too long for its shard; `hash` has 18 bits. */
export const listFile = (shard: number, fingerprint: number, hash: number): string =>
  shardFile('c', shard * 0x4000 + fingerprint, hashName(hash << 6, listedLength))

export const singleFile = (family: string, hash: string, extension = 'bin'): string =>
  `search/${family}-${hash}.${extension}`

export const vocabularyFile = ({ vocabulary }: Manifest): string =>
  singleFile('vocabulary', vocabulary, 'json')

/**
 * The text file of a piece. A hash for each piece would make the manifest five times as large, so a
 * group of neighbours shares one: an edit renames the group, some tens of kilobytes.
 */
export function textFile(manifest: Manifest, piece: number): string {
  const group = hashAt(manifest.texts, Math.floor(piece / manifest.textGroup))
  return `search/t-${piece.toString(36)}-${group}.json`
}

/** Whether the bytes are those that the name tells of; text files carry a group's hash instead. */
export function fitsName(name: string, bytes: Uint8Array): boolean {
  const [, listed, single] =
    /^search\/(?:[cguwp]-[0-9a-z]+-([\w-]{3})|(?!t-).*-([\w-]{4}))\.\w+$/u.exec(name) ?? []
  const hash = listed ?? single
  return hash === undefined || hash === contentName(bytes, hash.length)
}
