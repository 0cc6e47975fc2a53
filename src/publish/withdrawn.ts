import { z } from 'zod'
import type { Library } from '../content/library.ts'
import { changedOn } from './published.ts'

/** What was withdrawn, for portals that collect from this one: they let go of it as well. */
export const withdrawnFile = 'withdrawn.json'

const tombstone = z.object({
  /** Path of the page below the base: `cases/hangzhou.html`. */
  path: z.string(),
  /** ISO date or time; of an entry marked as withdrawn, the day it last changed. */
  at: z.string(),
})
export type Tombstone = z.infer<typeof tombstone>

/** Version 1; later versions may add names, and keep the meaning of these. No words of an entry stand in it. */
const list = z.object({ version: z.literal(1), withdrawn: z.array(tombstone) })

export function serializeTombstones(tombstones: readonly Tombstone[]): string {
  const withdrawn = [...tombstones].sort((a, b) => (a.path < b.path ? -1 : 1))
  return `${JSON.stringify({ version: 1, withdrawn } satisfies z.infer<typeof list>, null, 2)}\n`
}

/** None where the text is no such list. */
export function readTombstones(text: string): Tombstone[] {
  try {
    return list.parse(JSON.parse(text)).withdrawn
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
