/**
 * The manifest: which files make up the index. Browser-safe. The only file of the index that may
 * change under its name, so it must be fetched with `cache: 'no-cache'`; all others are immutable.
 */
import { facetNames, type FacetName } from './document.ts'
import { gramFamilies, shardOf, type GramFamily, type GramKey } from './grams.ts'
import { nameLength } from './hash.ts'

export const manifestVersion = 1
export const manifestName = 'search/manifest.json'

/** Families asked so rarely that their shards' hashes are a file of their own. */
export type DirectoryFamily = Exclude<GramFamily, 'g'>
const directoryFamilies = gramFamilies.filter((family) => family !== 'g')

export interface Manifest {
  version: number
  entries: number
  /** One more than the largest piece id. */
  space: number
  /** Consecutive ids whose text files share a hash, see `textFile`. */
  textGroup: number
  /** File hashes of the pairs' shards, `nameLength` characters each, joined. */
  pairs: string
  /** Hashes of the directories of the other families, which hold the same for theirs. */
  directories: Record<DirectoryFamily, string>
  /** Hashes of the text groups, joined. */
  texts: string
  /** Hashes of single files; empty when there is no such file. */
  continued: string
  folding: string
  pinyin: string
  pack: string
  facets: Record<FacetName, string>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const hasStrings = (value: unknown, keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => typeof value[key] === 'string')

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value.version === manifestVersion &&
    ['entries', 'space', 'textGroup'].every((key) => typeof value[key] === 'number') &&
    hasStrings(value, ['pairs', 'texts', 'continued', 'folding', 'pinyin', 'pack']) &&
    hasStrings(value.directories, directoryFamilies) &&
    hasStrings(value.facets, facetNames)
  )
}

/** Throws SyntaxError when the bytes are no manifest of this version. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isManifest(value)) throw new SyntaxError('not a search manifest of this version')
  return value
}

const hashAt = (hashes: string, index: number): string =>
  hashes.slice(index * nameLength, (index + 1) * nameLength)

export const shardFile = (family: string, index: number, hash: string): string =>
  `search/${family}-${index.toString(36)}-${hash}.bin`

/** The file that holds a key, given its family's joined hashes. */
export function fileOfKey(hashes: string, { family, key }: GramKey): string {
  const index = shardOf(family, key, hashes.length / nameLength)
  return shardFile(family, index, hashAt(hashes, index))
}

export const singleFile = (family: string, hash: string, extension = 'bin'): string =>
  `search/${family}-${hash}.${extension}`

/**
 * The text file of a piece. A hash for each piece would make the manifest five times as large, so a
 * group of neighbours shares one: an edit renames the group, some tens of kilobytes.
 */
export function textFile(manifest: Manifest, piece: number): string {
  const group = hashAt(manifest.texts, Math.floor(piece / manifest.textGroup))
  return `search/t-${piece.toString(36)}-${group}.json`
}

/** The content hash in a file's name, or undefined where the name carries a group's. */
export function hashInName(name: string): string | undefined {
  return /^search\/(?!t-).*-([\w-]{4})\.\w+$/u.exec(name)?.[1]
}
