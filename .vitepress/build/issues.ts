import { join } from 'node:path'
import { hash } from 'node:crypto'
import { affectedFiles } from '../../src/check/changed.ts'
import { hashOf } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { sortIssues } from '../../src/model/issue.ts'
import { rules } from '../../src/rules/index.ts'
import type { CheckedIssue } from '../../src/rules/run.ts'
import { partsOf } from './check-scope.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'

/** What a check found, and the files it looked at. */
interface Checked {
  /** Hash by path. */
  files: Map<string, string>
  issues: CheckedIssue[]
}

export interface Found {
  issues: CheckedIssue[]
  /** Files that were not checked again. */
  reused: number
}

/** Above this share of changed files everything is checked again. */
const mostChanged = 0.1

/**
 * What the check finds. Rules about the portal as a whole run in each build. Rules about one file run
 * for files that changed since the last build of the same day, and for those that name them or are
 * named by them, as in `npm run check -- --changed`; the settings concern every file.
 */
export async function issuesOf(build: Build, today: string): Promise<Found> {
  const store = join(build.cache, 'issues')
  const version = hash('sha256', JSON.stringify([build.program, today, build.files.site?.text]))
  // The seal holds the version, so what is read was written below.
  const last = readSealed(store, version) as Checked | undefined
  const files = hashes(build.files)
  const changed = last ? differing(last.files, files) : undefined
  const found =
    last && changed && changed.size <= files.size * mostChanged
      ? await checkAgain(build, { today, last, changed })
      : { issues: await checkAll(build, today), reused: 0 }
  if (changed?.size !== 0) writeSealed(store, version, { files, issues: found.issues })
  return found
}

async function checkAll(
  { library, pool, openInThreads }: Build,
  today: string,
): Promise<CheckedIssue[]> {
  openInThreads()
  const parts = partsOf(library, pool)
  const found = await Promise.all(parts.map((scope) => pool.run('check', { today, scope })))
  return sortIssues(found.flat())
}

async function checkAgain(
  { files, pool, openInThreads }: Build,
  { today, last, changed }: { today: string; last: Checked; changed: ReadonlySet<string> },
): Promise<Found> {
  if (changed.size === 0) return { issues: last.issues, reused: last.files.size }
  openInThreads()
  const wide = new Set(rules.filter(({ about }) => about === 'library').map(({ id }) => id))
  const touched = new Set([
    ...changed,
    ...affectedFiles(
      files,
      [...changed].map((path) => ({ path })),
    ),
  ])
  const [near, whole] = await Promise.all([
    pool.run('check', { today, scope: { files: touched } }),
    pool.run('check', { today, scope: { files: new Set(), leave: true, rules: wide } }),
  ])
  const kept = last.issues.filter(({ file, rule }) => !touched.has(file) && !wide.has(rule))
  const issues = [...near.filter(({ rule }) => !wide.has(rule)), ...whole, ...kept]
  return { issues: sortIssues(issues), reused: last.files.size - touched.size }
}

function hashes(files: PortalFiles): Map<string, string> {
  const texts = [...files.entries, ...files.seeds, ...files.captions, ...(files.storyboards ?? [])]
  return new Map([
    ...texts.map((file): [string, string] => [file.path, hashOf(file)]),
    ...files.media.map(({ path, bytes, head }): [string, string] => [
      path,
      `${bytes} ${hash('sha1', head, 'base64url')}`,
    ]),
    ['', hash('sha1', JSON.stringify(files.issues))],
  ])
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Set<string> {
  const paths = new Set([...a.keys(), ...b.keys()])
  return new Set([...paths].filter((path) => a.get(path) !== b.get(path)))
}
