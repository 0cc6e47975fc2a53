import type { z } from 'zod'
import type { Library } from '../content/library.ts'
import { withdrawnList } from '../model/open-data.ts'
import type { Tombstone } from '../model/open-data.ts'
import { changedOn } from './published.ts'

export type { Tombstone }

/** What was withdrawn, for portals that collect from this one: they let go of it as well. */
export const withdrawnFile = 'withdrawn.json'

export function serializeTombstones(tombstones: readonly Tombstone[]): string {
  const withdrawn = [...tombstones].sort((a, b) => (a.path < b.path ? -1 : 1))
  return `${JSON.stringify({ version: 1, withdrawn } satisfies z.infer<typeof withdrawnList>, null, 2)}\n`
}

/** None where the text is no such list. */
export function readTombstones(text: string): Tombstone[] {
  try {
    return withdrawnList.parse(JSON.parse(text)).withdrawn
  } catch {
    return []
  }
}

/** Entries that editors marked as withdrawn. */
export function withdrawnOf({ entries }: Library): Tombstone[] {
  return entries
    .filter(({ data }) => data.status === 'withdrawn')
    .map((entry) => ({ path: entry.url.slice(1), at: changedOn(entry) }))
}
