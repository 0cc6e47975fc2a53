import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdsContent, isImmutable } from '../publish/file-kinds.ts'
import { readTombstones, withdrawnFile } from '../publish/withdrawn.ts'
import { manifestFile } from '../release/manifest.ts'
import type { FileRecord } from '../release/manifest.ts'
import type { Before } from './state.ts'

/** What an output withdraws from a destination. */
interface Withdrawal {
  /** Every page the output names as withdrawn. */
  pages: string[]
  /** Those the destination does not know as withdrawn yet, and may still hold words of. */
  fresh: string[]
}

export function withdrawalOf(output: string, { state, files }: Before): Withdrawal {
  const list = join(output, withdrawnFile)
  const pages = readTombstones(existsSync(list) ? readFileSync(list, 'utf8') : '').map(
    ({ path }) => path,
  )
  const isFirst = files.size === 0 && Object.keys(state.stale).length === 0
  const fresh = isFirst ? [] : pages.filter((page) => !state.withdrawn.includes(page))
  return { pages, fresh }
}

/**
 * Stale files that must go at once. Shards, share pictures and lists of then tell by no name whose words
 * they hold, so everything goes that may hold any; programs stay for pages that are open.
 */
export function staleWords(stale: Readonly<Record<string, number>>): string[] {
  return Object.keys(stale).filter((path) => holdsContent(`/${path}`))
}

/** Files whose words a cache may still hold: what was there before and is other now, or goes. */
export function purgedBy(
  { state, files }: Before,
  output: readonly FileRecord[],
  removed: readonly string[],
): string[] {
  const changed = output.filter(
    ({ path, sha256 }) => files.has(path) && files.get(path) !== sha256 && !isImmutable(`/${path}`),
  )
  const paths = changed.map(({ path }) => path).filter((path) => path !== manifestFile)
  // A packed copy is sent under the address of what it packs.
  const all = [...state.purged, ...paths, ...removed].map((path) => path.replace(/\.(gz|br)$/, ''))
  return [...new Set(all)].sort()
}
