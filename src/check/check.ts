import { readPortal } from '../content/files.ts'
import type { PortalFiles, TextFile } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { textsOf } from '../content/portal-texts.ts'
import type { Report } from '../report/report.ts'
import { pageOf, plain } from '../report/report.ts'
import { ruleInfos, rules } from '../rules/index.ts'
import type { Rule } from '../rules/engine/rule.ts'
import { concluded, runRules } from '../rules/engine/run.ts'
import type { CheckedIssue } from '../rules/engine/run.ts'

/** What is asked of a check; everything unless narrowed. */
export interface CheckScope {
  /** The day of the check, `YYYY-MM-DD`. */
  today: string
  /** Rules to run, by id; all of them when absent. */
  rules?: ReadonlySet<string>
  /** Files to check; all of them when absent. */
  covers?: (file: string) => boolean
}

export interface CheckedPortal {
  files: PortalFiles
  library: Library
  /** Sorted by place, fixes included. */
  issues: CheckedIssue[]
}

/** Reads portals and finds their issues, here or in threads. */
export interface Checker {
  read: (files: PortalFiles) => Promise<Library>
  /** Issues of the library that was read last. */
  issues: (library: Library, scope: CheckScope) => Promise<CheckedIssue[]>
}

/** Check a portal on disk once. */
export function checkPortal(root: string, scope: CheckScope): CheckedPortal {
  const files = readPortal(root)
  const library = buildLibrary(files)
  return { files, library, issues: checkLibrary(library, scope) }
}

/** Check a library: what reading it found, and what the rules find. */
export function checkLibrary(library: Library, scope: CheckScope): CheckedIssue[] {
  const { today, covers } = scope
  const issues = runRules({ library, rules: rulesOf(scope), today, known: ruleInfos, covers })
  return wantedIssues(issues, scope)
}

/** The rules a check runs. Whether a silence is needed shows only when every rule has run. */
export function rulesOf({ rules: wanted }: Pick<CheckScope, 'rules'>): readonly Rule[] {
  const all = !wanted || wanted.has('silence-is-needed')
  return all ? rules : rules.filter(({ id }) => wanted.has(id))
}

/** Issues found piece by piece, brought together. */
export function concludeCheck(
  library: Library,
  found: readonly CheckedIssue[],
  scope: CheckScope,
): CheckedIssue[] {
  const issues = concluded(found, { library, rules: rulesOf(scope), known: ruleInfos })
  return wantedIssues(issues, scope)
}

function wantedIssues(
  issues: readonly CheckedIssue[],
  { rules: wanted }: CheckScope,
): CheckedIssue[] {
  return issues.filter(({ rule }) => wanted?.has(rule) ?? true)
}

/** A report of a checked portal, without colours; `handbook` is the path of the handbook's folder. */
export function reportOf(
  { files, library, issues }: CheckedPortal,
  handbook = 'docs/handbook',
): Report {
  let texts: ReadonlyMap<string, TextFile> | undefined
  return {
    issues,
    entries: library.entries.length,
    rules: ruleInfos,
    textOf: (file) => {
      texts ??= new Map(textsOf(files).map((one) => [one.path, one]))
      return texts.get(file)?.text
    },
    pageOf: pageOf(library.site.url, handbook),
    paint: plain,
  }
}

/** The day it is where the editors are: China has one time zone. */
export function dayOf(now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/**
 * The day a run takes for today: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, so that
 * an old build can be made again. Source: https://reproducible-builds.org/specs/source-date-epoch/
 */
export function todayOf(now: Date, epoch: string | undefined): string {
  return dayOf(epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : now)
}
