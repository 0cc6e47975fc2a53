import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tombstone } from '../../publish/withdrawn.ts'
import { recordedIn } from '../fill.ts'
import { remakeRelease } from '../making.ts'
import type { Records, Release } from '../records.ts'
import { cleaningOf, writeCleaned } from './clean.ts'
import { packed } from './content.ts'
import { evidenceOf } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { addTombstone } from './tombstones.ts'

/** Addresses that are gone or other than they were, in any kept release: what a cache may still hold. */
export type Purged = string[]

/**
 * Take an entry out of every kept release: its page says that it was withdrawn, its shards, pictures,
 * tables and transcripts go, and so do old-tab files with its words; lists that show it lose those words.
 * `show` serves the release that is served anew. Broken off, it is done again from the start: what is clean
 * stays as it is.
 */
export async function withdrawFromAll(
  records: Records,
  tombstone: Tombstone,
  { serving, show }: { serving: Release | undefined; show: (release: Release) => Promise<unknown> },
): Promise<Purged> {
  const store = records.folder
  const releases = records.list()
  const evidence = evidenceOf(tombstone.path, releases, { serving, store })
  const tombstones = addTombstone(records, tombstone)
  const purged = new Set<string>()
  // The served one comes last: from the others nothing can be learnt any more, and it would still be known.
  const ordered = [...releases].sort(
    (a, b) => Number(a.id === serving?.id) - Number(b.id === serving?.id),
  )
  for (const release of ordered) {
    const isServed = release.id === serving?.id
    const { made, changed } = await clean(records, { release, evidence, tombstones, isServed })
    // A packed copy is sent under the address of what it packs.
    changed.forEach((path) => purged.add(path.replace(packed, '')))
    if (made && isServed) await show(made)
  }
  return [...purged].sort()
}

interface Task {
  release: Release
  evidence: Evidence
  tombstones: readonly Tombstone[]
  isServed: boolean
}

async function clean(
  records: Records,
  { release, evidence, tombstones, isServed }: Task,
): Promise<{ made?: Release; changed: string[] }> {
  const folder = join(records.folder, release.folder)
  const cleaning = cleaningOf(folder, release, evidence)
  const changed = [...cleaning.removed, ...cleaning.written.keys()]
  if (changed.length === 0 && !isServed) return { changed }
  const to = join(records.folder, '.cleaned')
  await rm(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  const lists = writeCleaned(to, folder, { release, cleaning, tombstones })
  const kept = recordedIn([release], records.folder)
  const cleaned = { ...release, ...lists }
  const made = await remakeRelease(records, cleaned, (file) => [
    ...kept(file),
    { folder: to, isOurs: true },
  ])
  await rm(to, { recursive: true, force: true })
  return { made, changed }
}
