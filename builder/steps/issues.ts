import { hash } from 'node:crypto'
import { affectedFiles } from '../../src/check/changed.ts'
import { concludeCheck, rulesOf } from '../../src/check/check.ts'
import { hashOf } from '../../src/content/digest.ts'
import type { TextFile } from '../../src/content/files.ts'
import type { Library } from '../../src/content/library.ts'
import { Inspection } from '../../src/rules/engine/inspection.ts'
import { filesToInspect } from '../../src/rules/engine/run.ts'
import type { CheckedIssue } from '../../src/rules/engine/run.ts'
import { stampOf } from '../memo/file-stamp.ts'
import { grouped } from '../threads/pool.ts'
import type { Pool } from '../threads/pool.ts'
import type { Build } from './step.ts'
import type { CheckTerms } from '../threads/tasks.ts'

/** What a check found in each file by itself, and the files it knew. */
interface Checked {
  /** Hash by path. */
  hashes: Map<string, string>
  /** By file; most have nothing. */
  found: Map<string, CheckedIssue[]>
  /** Files that were there and that nothing was looked for in. */
  apart: Set<string>
}

interface Found {
  issues: CheckedIssue[]
  /** Entries and sources that were not checked again. */
  reused: number
}

/** Above this share of changed files everything is checked again. */
const mostChanged = 0.1
/** Files a thread is handed at a time; so few are checked here, since a thread would have to be told of the whole portal first. */
const group = 40

/**
 * What the check finds. Rules about the portal as a whole run in each build. Rules about one file run
 * for files that changed since the last build of the same day, and for those that name them or are
 * named by them, as in `npm run check -- --changed`; the settings concern every file.
 */
export async function issuesOf(
  build: Pick<Build, 'files' | 'library' | 'digests' | 'pool' | 'memo'>,
  today: string,
): Promise<Found> {
  const { library, pool, memo } = build
  const of = [today, build.files.site?.text]
  const last = memo.recall<Checked>('issues', of)
  const hashes = hashesOf(build)
  const all = filesToInspect(library)
  const again = last ? staleFiles(build, last, hashes) : undefined
  const isKnown = (file: string) => last?.hashes.has(file) && !last.apart.has(file)
  const files = again ? all.filter((file) => again.has(file) || !isKnown(file)) : all
  const [fresh, whole] = await inspectAll({ pool, library, files }, { today })
  const found = new Map<string, CheckedIssue[]>()
  for (const file of all) {
    const issues = fresh.get(file) ?? last?.found.get(file) ?? []
    if (issues.length > 0) found.set(file, issues)
  }
  if (files.length > 0 || last?.hashes.size !== hashes.size) {
    const apart = new Set(hashes.keys())
    for (const file of all) apart.delete(file)
    memo.keep('issues', { hashes, found, apart } satisfies Checked, of)
  }
  const issues = concludeCheck(library, [...[...found.values()].flat(), ...whole], { today })
  const read = [...library.entries, ...library.sources.values()]
  return { issues, reused: read.filter(({ file }) => !fresh.has(file)).length }
}

/** Inspect these files and the portal as a whole, in every thread there is when they are many. */
export async function inspectAll(
  { pool, library, files }: { pool: Pool; library: Library; files: readonly string[] },
  terms: CheckTerms,
): Promise<[found: Map<string, CheckedIssue[]>, whole: CheckedIssue[]]> {
  if (files.length <= group) {
    const here = new Inspection({ library, rules: rulesOf(terms), today: terms.today })
    return [new Map(files.map((file) => [file, here.of(file)])), here.ofLibrary()]
  }
  const groups = grouped(files, group)
  const asked = groups.map((files) => pool.run('inspect', { ...terms, files }))
  const whole = pool.run('inspectLibrary', terms)
  const answers = (await Promise.all(asked)).flat()
  return [new Map(files.map((file, place) => [file, answers[place] ?? []])), await whole]
}

/** Files whose issues may have changed; undefined when so many have that all of them may. */
function staleFiles(
  { files, digests }: Pick<Build, 'files' | 'digests'>,
  last: Checked,
  hashes: ReadonlyMap<string, string>,
): ReadonlySet<string> | undefined {
  const changed = differing(last.hashes, hashes)
  if (changed.size > hashes.size * mostChanged) return undefined
  if (changed.size === 0) return changed
  const touched = [...changed].map((path) => ({ path }))
  const wordsOf = (file: TextFile) => digests.get(file.path)?.words ?? file.text
  return new Set([...changed, ...affectedFiles(files, touched, wordsOf)])
}

function hashesOf({ files, digests }: Pick<Build, 'files' | 'digests'>): Map<string, string> {
  const { site, entries, seeds, captions, storyboards = [], collected = [] } = files
  const hashes = new Map<string, string>()
  const own = [...(site ? [site] : []), ...entries, ...seeds, ...captions, ...storyboards]
  for (const file of [...own, ...collected])
    hashes.set(file.path, digests.get(file.path)?.of ?? hashOf(file))
  // Rules read documents to their end; here they are looked at.
  for (const { path, absolute } of files.media)
    hashes.set(path, JSON.stringify(stampOf(absolute, path)))
  return hashes.set('', hash('sha1', JSON.stringify(files.issues)))
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Set<string> {
  const paths = new Set<string>()
  for (const [path, hash] of a) if (b.get(path) !== hash) paths.add(path)
  for (const path of b.keys()) if (!a.has(path)) paths.add(path)
  return paths
}
