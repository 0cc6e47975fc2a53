import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { carry } from './carry.ts'
import { fill, recordedIn } from './fill.ts'
import type { Sources } from './fill.ts'
import { healthFile, healthOf } from './health.ts'
import type { FileRecord } from './manifest.ts'
import { freshFolder, freshId } from './names.ts'
import { placeLink } from './place.ts'
import type { Records, Release } from './records.ts'
import { withTombstones } from './withdrawal/clean.ts'
import { tombstonesOf } from './withdrawal/tombstones.ts'

/** Who publishes when, and for how long open pages are served. */
export interface Publication {
  /** Days for which files of earlier releases stay that open pages may still ask for. */
  keepDays: number
  /** Milliseconds since 1970. */
  now: number
  who?: string | undefined
  commit?: string | undefined
  note?: string | undefined
}

/** What a new release is made of. */
export interface Material {
  files: readonly FileRecord[]
  sources: Sources
  before: Release | undefined
  /** The earlier release it serves again, and the one a roll back from that leads to. */
  restores?: { release: Release; before: Release | undefined }
}

/** A release as it is going to be written down. */
export function described(
  records: Records,
  { files: own, before, restores }: Omit<Material, 'sources'>,
  publication: Publication,
): Release {
  const { now, who, commit, note } = publication
  const id = freshId(records.folder, own, now)
  const at = new Date(now).toISOString()
  const files = [...own, healthOf({ id, at, commit, files: own }).record]
  const sequence = Math.max(0, ...records.list().map((one) => one.sequence)) + 1
  return {
    ...{ id, sequence, folder: id, at, who, commit, note, files },
    rank: restores?.release.rank ?? sequence,
    restores: restores?.release.id,
    before: (restores ? restores.before : before)?.id,
    carried: carry(before, files, publication),
  }
}

/**
 * Put a release together in a folder of its own and write it down; or say which of its files no source
 * holds. Files of earlier releases that are lost are left out, and named.
 */
export async function makeRelease(
  records: Records,
  material: Material,
  { signal, ...publication }: Publication & { signal?: AbortSignal | undefined },
): Promise<{ release: Release; lost: FileRecord[] } | { missing: FileRecord[] }> {
  return inNewFolder(records, async (next) => {
    const missing = await fill(next, material.files, { sources: material.sources, signal })
    if (missing.length > 0) return { missing }
    const files = withTombstones(next, material.files, tombstonesOf(records))
    const release = described(records, { ...material, files }, publication)
    writeFileSync(join(next, healthFile), healthOf({ ...release, files }).text)
    const kept = recordedIn(records.list().reverse(), records.folder)
    const lost = await fill(next, release.carried, { sources: kept, signal })
    const carried = release.carried.filter((file) => !lost.includes(file))
    return { release: settle(records, next, { ...release, carried }), lost }
  })
}

/** Put a release together again with other files, and write it down in the place of what it was. */
export async function remakeRelease(
  records: Records,
  release: Release,
  sources: Sources = recordedIn([release], records.folder),
): Promise<Release> {
  return inNewFolder(records, async (next) => {
    const files = [...release.files, ...release.carried]
    const missing = new Set((await fill(next, files, { sources })).map(({ path }) => path))
    // A damaged page is no worse than it was, and named by `verify`; none at all would be.
    for (const { path } of release.files)
      if (missing.has(path))
        await placeWhatIs(join(records.folder, release.folder, path), join(next, path))
    const carried = release.carried.filter(({ path }) => !missing.has(path))
    const folder = freshFolder(records.folder, release.id)
    return settle(records, next, { ...release, carried, folder })
  })
}

async function placeWhatIs(from: string, to: string): Promise<void> {
  if (existsSync(from)) await placeLink(from, to)
}

async function inNewFolder<Made>(
  { folder }: Records,
  make: (next: string) => Promise<Made>,
): Promise<Made> {
  const next = join(folder, '.next')
  await rm(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  try {
    return await make(next)
  } finally {
    await rm(next, { recursive: true, force: true })
  }
}

/** Whole in its folder first, then written down: what no record names is nothing. */
function settle(records: Records, next: string, release: Release): Release {
  renameSync(next, join(records.folder, release.folder))
  records.write(release)
  return release
}
