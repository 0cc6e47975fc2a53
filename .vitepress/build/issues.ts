import { join } from 'node:path'
import { hash } from 'node:crypto'
import { affectedFiles } from '../../src/check/changed.ts'
import { concludeCheck } from '../../src/check/check.ts'
import { hashOf } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { filesToInspect } from '../../src/rules/run.ts'
import type { CheckedIssue } from '../../src/rules/run.ts'
import { lookAt } from './look.ts'
import { grouped } from './pool.ts'
import type { Pool } from './pool.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'
import type { CheckTerms } from './tasks.ts'

/** What a check found in each file by itself, and the files it knew. */
interface Checked {
  /** Hash by path. */
  hashes: Map<string, string>
  found: Map<string, CheckedIssue[]>
}

export interface Found {
  issues: CheckedIssue[]
  /** Entries and sources that were not checked again. */
  reused: number
}

/** Above this share of changed files everything is checked again. */
const mostChanged = 0.1
/** Files a thread is handed at a time. */
const group = 40

/**
 * What the check finds. Rules about the portal as a whole run in each build. Rules about one file run
 * for files that changed since the last build of the same day, and for those that name them or are
 * named by them, as in `npm run check -- --changed`; the settings concern every file.
 */
export async function issuesOf(
  build: Pick<Build, 'files' | 'library' | 'pool' | 'cache' | 'program'>,
  today: string,
): Promise<Found> {
  const { library, pool, program } = build
  const store = join(build.cache, 'issues')
  const version = hash('sha256', JSON.stringify([program, today, build.files.site?.text]))
  // The seal holds the version, so what is read was written below.
  const last = readSealed(store, version) as Checked | undefined
  const hashes = hashesOf(build.files)
  const all = filesToInspect(library)
  const again = last ? staleFiles(build.files, last, hashes) : undefined
  const files = again ? all.filter((file) => again.has(file) || !last?.found.has(file)) : all
  const [fresh, whole] = await inspectAll(pool, files, { today })
  const found = new Map(all.map((file) => [file, fresh.get(file) ?? last?.found.get(file) ?? []]))
  if (files.length > 0 || last?.hashes.size !== hashes.size)
    writeSealed(store, version, { hashes, found } satisfies Checked)
  const issues = concludeCheck(library, [...[...found.values()].flat(), ...whole], { today })
  const read = [...library.entries, ...library.sources.values()]
  return { issues, reused: read.filter(({ file }) => !fresh.has(file)).length }
}

/** Inspect these files and the portal as a whole, in every thread there is. */
export async function inspectAll(
  pool: Pool,
  files: readonly string[],
  terms: CheckTerms,
): Promise<[found: Map<string, CheckedIssue[]>, whole: CheckedIssue[]]> {
  const groups = grouped(files, group)
  const asked = groups.map((files) => pool.run('inspect', { ...terms, files }))
  const whole = pool.run('inspectLibrary', terms)
  const answers = (await Promise.all(asked)).flat()
  return [new Map(files.map((file, place) => [file, answers[place] ?? []])), await whole]
}

/** Files whose issues may have changed; undefined when so many have that all of them may. */
function staleFiles(
  files: PortalFiles,
  last: Checked,
  hashes: ReadonlyMap<string, string>,
): ReadonlySet<string> | undefined {
  const changed = differing(last.hashes, hashes)
  if (changed.size > hashes.size * mostChanged) return undefined
  if (changed.size === 0) return changed
  const touched = [...changed].map((path) => ({ path }))
  return new Set([...changed, ...affectedFiles(files, touched)])
}

function hashesOf(files: PortalFiles): Map<string, string> {
  const texts = [...files.entries, ...files.seeds, ...files.captions, ...(files.storyboards ?? [])]
  return new Map([
    ...texts.map((file): [string, string] => [file.path, hashOf(file)]),
    // Rules read documents to their end; here they are looked at.
    ...files.media.map(({ path, absolute }): [string, string] => [
      path,
      JSON.stringify(lookAt(absolute, path)),
    ]),
    ['', hash('sha1', JSON.stringify(files.issues))],
  ])
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Set<string> {
  const paths = new Set([...a.keys(), ...b.keys()])
  return new Set([...paths].filter((path) => a.get(path) !== b.get(path)))
}
