import type { Library } from '../../content/library.ts'
import { nearest } from '../../content/nearest.ts'
import { sortIssues } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'
import { engineRules } from './engine-rules.ts'
import { Inspection } from './inspection.ts'
import type { CheckedIssue, InspectionOptions } from './inspection.ts'
import { positionIn } from './locate.ts'
import type { RuleInfo } from './rule.ts'
import { silences } from './silence.ts'

export type { CheckedIssue } from './inspection.ts'

interface RunOptions extends InspectionOptions {
  /** What is known of rules that run elsewhere, so that they can be promoted and silenced by name. */
  known?: readonly RuleInfo[]
  /** The files whose issues are wanted; all of them when absent. */
  covers?: (file: string) => boolean
}

/**
 * Run every rule over the library. Returns what reading found and what the rules find, sorted; a
 * rule that throws becomes one issue and hides no other.
 */
export function runRules({ covers = () => true, ...options }: RunOptions): CheckedIssue[] {
  const inspection = new Inspection(options)
  const files = filesToInspect(options.library).filter(covers)
  const found = [...files.flatMap((file) => inspection.of(file)), ...inspection.ofLibrary()]
  return concluded(found, options).filter(({ file }) => covers(file))
}

/** Files that rules look at one by one: entries, sources, captions and `site.yaml`. */
export function filesToInspect(library: Library): string[] {
  const { entries, partial, sources, captions, siteFile } = library
  return [
    ...entries.map(({ file }) => file),
    ...partial.map(({ file }) => file),
    ...Array.from(sources.values(), ({ file }) => file),
    ...captions.keys(),
    ...(siteFile ? [siteFile.file] : []),
  ]
}

/** What was found of the whole portal, and what reading found: silenced where an entry says so, promoted, sorted. */
export function concluded(
  found: readonly CheckedIssue[],
  { library, rules, known = [] }: Pick<RunOptions, 'library' | 'rules' | 'known'>,
): CheckedIssue[] {
  const all = [...rules, ...known, ...Object.values(engineRules)]
  const heard = silences(library, all, [...library.issues, ...newTo(library.issues, found)])
  const promoted = new Set(library.site.promote)
  const issues = [...heard.kept, ...heard.unneeded, ...unknownPromotions(library, all)]
  // Sorting keeps the objects, and with them the fixes.
  return sortIssues(issues.map((issue) => promote(issue, promoted)))
}

/** What reading has not found at the same place before. */
function newTo(read: readonly Issue[], found: readonly CheckedIssue[]): readonly CheckedIssue[] {
  if (read.length === 0) return found
  const placed = ({ file, rule, line, column }: Issue) => `${rule} ${file}:${line}:${column}`
  const known = new Set(read.map(placed))
  return found.filter((issue) => !known.has(placed(issue)))
}

function promote(issue: CheckedIssue, promoted: ReadonlySet<string>): CheckedIssue {
  return promoted.has(issue.rule) ? { ...issue, severity: 'error' } : issue
}

function unknownPromotions(
  { site, siteFile, unsettled }: Library,
  rules: readonly RuleInfo[],
): Issue[] {
  const ids = new Set(rules.map(({ id }) => id))
  const { id, severity } = engineRules.promotionNamesARule
  if (unsettled.has('promote')) return []
  return site.promote.flatMap((name, index) => {
    if (ids.has(name)) return []
    const guess = nearest(name, ids)
    return {
      file: siteFile?.file ?? 'site.yaml',
      ...positionIn(siteFile, { field: ['promote', index] }),
      rule: id,
      severity,
      message: `没有“${name}”这条规则。`,
      hint: guess ? `你是不是要写 ${guess}？` : '规则名见手册的规则一章。',
    }
  })
}
