import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readPortal } from '../content/files.ts'
import { formats } from '../report/formats.ts'
import type { Paint } from '../report/report.ts'
import { summaryLine } from '../report/summary.ts'
import type { CheckedIssue } from '../rules/engine/run.ts'
import { checkChanged } from './changed.ts'
import { reportOf } from './check.ts'
import type { Checker, CheckScope, CheckedPortal } from './check.ts'
import { fixFiles } from './fix.ts'
import type { CheckOptions, InvocationFault } from './options.ts'
import { guessPath, isIn, resolveOnly } from './scope.ts'
import { diffOf, writeFixed } from './write.ts'

interface Invocation {
  /** Folder with `content/`, `seeds/` and `site.yaml`. */
  root: string
  /** Folder that relative paths are also tried from. */
  from: string
  /** The day of the check, `YYYY-MM-DD`. */
  today: string
  options: CheckOptions
  paint: Paint
  checker: Checker
  /** Add the annotations of a GitHub workflow to a report for humans. */
  annotate?: boolean
  /** Path of the handbook's folder, where it is not the repository's. */
  handbook?: string
}

/** What a command prints, and the code it ends with: 0 no errors, 1 errors, 2 wrong invocation. */
export interface Outcome {
  stdout: string
  stderr: string
  code: 0 | 1 | 2
}

/** Run the command once: everything but printing. */
export async function runCommand(invocation: Invocation): Promise<Outcome> {
  const { root, from, options } = invocation
  if (!existsSync(join(root, 'content'))) return refused(`${root} 里没有 content 文件夹。`)
  const only = resolveOnly(root, options.only, from)
  if ('fault' in only) {
    const files = readPortal(root)
    const guess = options.only.map((path) => guessPath(files, path)).find(Boolean)
    return refused(guess ? `${only.fault}你是不是要写 ${guess}？` : only.fault)
  }
  const checked = await check(invocation, only)
  if ('fault' in checked) return refused(checked.fault)
  const wanted = (issue: CheckedIssue) => isWanted(issue, options, only)
  if (options.fix) {
    const keys = new Set(checked.issues.filter(wanted).map(({ file }) => file))
    return fix(invocation, { covers: (file) => keys.has(file), wanted, only })
  }
  return report(invocation, checked, wanted)
}

interface Fixing {
  covers: (file: string) => boolean
  wanted: (issue: CheckedIssue) => boolean
  only: string[]
}

async function fix(invocation: Invocation, { covers, wanted, only }: Fixing): Promise<Outcome> {
  const { root, options } = invocation
  const fixed = fixFiles(readPortal(root), { ...scopeOf(invocation, only), covers }, wanted)
  if (options.dryRun) {
    const checked = await check(invocation, only)
    if ('fault' in checked) return refused(checked.fault)
    const said =
      fixed.length > 0 ? `会改 ${fixed.length} 个文件，什么也没有写。\n` : '没有能自动改的地方。\n'
    return { stdout: diffOf(fixed), stderr: said, code: codeOf(checked.issues.filter(wanted)) }
  }
  const failed = writeFixed(root, fixed)
  const again = await check(invocation, only)
  if ('fault' in again) return refused(again.fault)
  const outcome = report(invocation, again, wanted)
  const unwritten = failed.map((path) => `${path} 没有写：它在检查时被改动了，或者不能写。\n`)
  const said = `改好了 ${fixed.length - failed.length} 个文件。\n`
  return { ...outcome, stderr: [said, ...unwritten, outcome.stderr].join('') }
}

async function check(
  invocation: Invocation,
  only: string[],
): Promise<CheckedPortal | InvocationFault> {
  const { root, options, checker } = invocation
  const scope = scopeOf(invocation, only)
  if (options.changed !== undefined)
    return checkChanged({ root, base: options.changed, scope, checker })
  const files = readPortal(root)
  const library = await checker.read(files)
  return { files, library, issues: await checker.issues(library, scope) }
}

function scopeOf({ today, options }: Invocation, only: readonly string[]): CheckScope {
  return {
    today,
    ...(options.rules.length > 0 ? { rules: new Set(options.rules) } : {}),
    ...(only.length > 0 ? { covers: (file: string) => isIn(only, file) } : {}),
  }
}

function isWanted(
  { file, severity }: CheckedIssue,
  { quiet }: CheckOptions,
  only: string[],
): boolean {
  return (only.length === 0 || isIn(only, file)) && (!quiet || severity === 'error')
}

function report(
  { options, paint, handbook, annotate = false }: Invocation,
  checked: CheckedPortal,
  wanted: (issue: CheckedIssue) => boolean,
): Outcome {
  const issues = checked.issues.filter(wanted)
  const written = { ...reportOf(checked, handbook), issues, paint }
  const notes = annotate && options.format === 'human' ? formats.github(written) : ''
  const stdout = formats[options.format](written) + notes
  const summary = `${summaryLine(issues, checked.library.entries.length)}\n`
  return { stdout, stderr: options.format === 'human' ? '' : summary, code: codeOf(issues) }
}

function codeOf(issues: readonly CheckedIssue[]): 0 | 1 {
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** A wrong invocation says what is wrong and where to read more. */
export function refused(message: string): Outcome {
  return { stdout: '', stderr: `${message}\n所有选项见 npm run check -- --help。\n`, code: 2 }
}
