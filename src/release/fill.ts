import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { standingOf } from './digest.ts'
import type { FileRecord } from './manifest.ts'
import { placeCopy, placeLink } from './place.ts'
import type { Release } from './records.ts'

/** Somewhere a file of given bytes may stand. */
interface Source {
  folder: string
  /** May the file get another name there? Never in an output: the next build may write to it. */
  isOurs: boolean
}

/** Where files may be taken from, by what they hold and where they stand. */
export type Sources = (file: FileRecord) => readonly Source[]

/** Folders of releases in which a file is recorded with the same bytes at the same path, in their order. */
export function recordedIn(releases: readonly Release[], store: string): Sources {
  const known = new Map<string, Source[]>()
  for (const { folder, files, carried } of releases)
    for (const file of [...files, ...carried]) {
      const key = keyOf(file)
      const there = known.get(key) ?? []
      there.push({ folder: join(store, folder), isOurs: true })
      known.set(key, there)
    }
  return (file) => known.get(keyOf(file)) ?? []
}

const keyOf = ({ path, sha256 }: FileRecord) => `${sha256} ${path}`

/**
 * Put files into a folder, each from the first source that still holds its bytes; returns those that none
 * holds. Files that did not change stay the same file with the same date, so that browsers need not fetch
 * them again. `signal` ends it between two files.
 */
export async function fill(
  folder: string,
  files: readonly FileRecord[],
  { sources, signal }: { sources: Sources; signal?: AbortSignal | undefined },
): Promise<FileRecord[]> {
  const missing: FileRecord[] = []
  for (const file of files) {
    signal?.throwIfAborted()
    if (!(await placed(folder, file, sources(file)))) missing.push(file)
  }
  return missing
}

async function placed(
  folder: string,
  file: FileRecord,
  sources: readonly Source[],
): Promise<boolean> {
  const to = join(folder, file.path)
  for (const source of sources) {
    const from = join(source.folder, file.path)
    if (source.isOurs && (await standingOf(source.folder, file)) !== 'sound') continue
    try {
      await (source.isOurs ? placeLink : placeCopy)(from, to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      continue
    }
    // What was copied counts as what arrived.
    if (source.isOurs || (await standingOf(folder, file)) === 'sound') return true
    await rm(to, { force: true })
  }
  return false
}
