import { hash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readTombstones, withdrawnFile, serializeTombstones } from '../../publish/withdrawn.ts'
import type { Tombstone } from '../../publish/withdrawn.ts'
import { manifestFile, readManifest, serializeManifest } from '../manifest.ts'
import type { FileRecord } from '../manifest.ts'
import type { Release } from '../records.ts'
import { packed, pageOfPiece, textOf } from './content.ts'
import { filesOf, isWithdrawnIn, stemOf } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { redact, tombstonePage } from './redact.ts'

/** What a release becomes: files that go, and texts that take the place of others. */
interface Cleaning {
  removed: Set<string>
  written: Map<string, string>
}

/** What has to go from a release so that nothing of an entry is left in it. */
export function cleaningOf(folder: string, release: Release, evidence: Evidence): Cleaning {
  const cleaning: Cleaning = { removed: new Set(), written: new Map() }
  const carried = new Set(release.carried.map(({ path }) => path))
  const isThere = !isWithdrawnIn(folder, evidence.page)
  for (const path of filesOf(release)) {
    const isOwn = isThere && stemOf(path) === stemOf(evidence.page)
    const text = isOwn || evidence.pictures.has(path) ? undefined : textOf(folder, path)
    if (path === evidence.page && isOwn)
      cleaning.written.set(path, tombstonePage(textOf(folder, '404.html')))
    else if (isOwn || evidence.pictures.has(path)) cleaning.removed.add(path)
    else if (text !== undefined && holdsWords(path, text, evidence)) {
      const isRedacted = !carried.has(path) && !packed.test(path)
      const clean = isRedacted ? redact(path, text, evidence.words) : undefined
      if (clean === undefined || pageOfPiece(path, text) === evidence.page)
        cleaning.removed.add(path)
      else cleaning.written.set(path, clean)
    }
  }
  // A packed copy is as what it packs was.
  for (const path of filesOf(release)) {
    const source = path.replace(packed, '')
    if (source !== path && (cleaning.written.has(source) || cleaning.removed.has(source)))
      cleaning.removed.add(path)
  }
  return cleaning
}

function holdsWords(path: string, text: string, { page, words }: Evidence): boolean {
  return pageOfPiece(path, text) === page || words.areIn(text)
}

/** Write texts of a release into a folder, and say which files the release has now. */
export function writeCleaned(
  to: string,
  folder: string,
  {
    release,
    cleaning,
    tombstones,
  }: {
    release: Pick<Release, 'files' | 'carried'>
    cleaning: Cleaning
    tombstones: readonly Tombstone[]
  },
): Pick<Release, 'files' | 'carried'> {
  const { removed, written } = cleaning
  const known = readTombstones(textOf(folder, withdrawnFile) ?? '')
  const pages = new Set(tombstones.map(({ path }) => path))
  const all = [...known.filter(({ path }) => !pages.has(path)), ...tombstones]
  written.set(withdrawnFile, serializeTombstones(all))
  const put = (path: string, text: string): FileRecord => {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    // What stands there may be a name of a file that others have as well.
    rmSync(join(to, path), { force: true })
    writeFileSync(join(to, path), text)
    return { path, bytes: Buffer.byteLength(text), sha256: hash('sha256', text) }
  }
  const fresh = new Map([...written].map(([path, text]) => [path, put(path, text)]))
  const others = release.files.filter(({ path }) => !removed.has(path) && !fresh.has(path))
  const manifest = readManifest(join(folder, manifestFile))
  const listed = new Set([...manifest.files.map(({ path }) => path), withdrawnFile])
  const files = [...others, ...fresh.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const text = serializeManifest({
    ...manifest,
    files: files.filter(({ path }) => listed.has(path)),
    origins: manifest.origins?.filter(({ page }) => !page || !pages.has(page)),
  })
  return {
    files: [...files.filter(({ path }) => path !== manifestFile), put(manifestFile, text)],
    carried: release.carried.filter(({ path }) => !removed.has(path)),
  }
}

/** Let the list in a folder of a release name what was withdrawn as well; returns the files it has then. */
export function withTombstones(
  folder: string,
  files: readonly FileRecord[],
  tombstones: readonly Tombstone[],
): readonly FileRecord[] {
  const missing = tombstones.filter(({ path }) => !isWithdrawnIn(folder, path))
  if (missing.length === 0) return files
  const cleaning = { removed: new Set<string>(), written: new Map<string, string>() }
  const parts = { files: [...files], carried: [] }
  return writeCleaned(folder, folder, { release: parts, cleaning, tombstones: missing }).files
}
