import type { Entry, Library, SourceRecord } from '../content/library.ts'
import { nearest } from '../content/nearest.ts'
import { sortIssues } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { engineRules } from './engine-rules.ts'
import { locatedFiles, positionIn } from './locate.ts'
import type { Located } from './locate.ts'
import { proseOf } from './prose.ts'
import type { Passage } from './prose.ts'
import type { Edit, Finding, LibraryContext, LibraryFinding, Rule, RuleInfo } from './rule.ts'
import { silences } from './silence.ts'

/** Places of one rule in one file that a report names: more would bury what else is wrong. */
const mostOfOneRule = 200

/** An issue, and the smallest edit of its file that mends it. */
export interface CheckedIssue extends Issue {
  fix?: Edit
}

/** What is checked, and how. */
export interface InspectionOptions {
  library: Library
  rules: readonly Rule[]
  /** The day of the check, `YYYY-MM-DD`. */
  today: string
}

export interface RunOptions extends InspectionOptions {
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

/** Files that rules look at one by one: entries, then sources. */
export function filesToInspect({ entries, sources }: Library): string[] {
  return [...entries, ...sources.values()].map(({ file }) => file)
}

/** What was found of the whole portal, and what reading found: silenced where an entry says so, promoted, sorted. */
export function concluded(
  found: readonly CheckedIssue[],
  { library, rules, known = [] }: Pick<RunOptions, 'library' | 'rules' | 'known'>,
): CheckedIssue[] {
  const all = [...rules, ...known, ...Object.values(engineRules)]
  const heard = silences(library, all, library.issues.concat(found))
  const promoted = new Set(library.site.promote)
  const issues = [...heard.kept, ...heard.unneeded, ...unknownPromotions(library, all)]
  // Sorting keeps the objects, and with them the fixes.
  return sortIssues(issues.map((issue) => promote(issue, promoted)))
}

/** A check that goes file by file, in any order and anywhere; what one file made known serves the next. */
export class Inspection {
  private readonly rules: readonly Rule[]
  private readonly library: Library
  private readonly around: LibraryContext
  private readonly files: Map<string, Located>
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly sources: ReadonlyMap<string, SourceRecord>
  private readonly passages = new Map<Entry, readonly Passage[]>()
  private readonly shared = new Map<unknown, unknown>()
  private readonly protectedWords: readonly string[]

  constructor({ library, rules, today }: InspectionOptions) {
    this.library = library
    this.rules = rules
    this.around = { library, today, prose: this.prose, share: this.share }
    this.files = locatedFiles(library)
    this.entries = new Map(library.entries.map((entry) => [entry.file, entry]))
    this.sources = new Map([...library.sources.values()].map((source) => [source.file, source]))
    this.protectedWords = library.site.terms.filter((term) => term.protected).map(({ use }) => use)
  }

  /** What the rules about an entry or a source find in this file; what it was parsed into is let go. */
  of(file: string): CheckedIssue[] {
    const [entry, source] = [this.entries.get(file), this.sources.get(file)]
    if (entry) return this.entryIssues(entry)
    return source ? this.sourceIssues(source) : []
  }

  /** What the rules about the portal as a whole find. */
  ofLibrary(): CheckedIssue[] {
    return this.rules.flatMap((rule) =>
      rule.about === 'library' ? this.collect(rule, undefined, () => rule.check(this.around)) : [],
    )
  }

  private readonly entryIssues = (entry: Entry): CheckedIssue[] => {
    const context = { ...this.around, entry }
    const issues = this.rules.flatMap((rule) => {
      if (rule.about !== 'entry') return []
      if (rule.collections && !rule.collections.includes(entry.collection)) return []
      return this.collect(rule, entry.file, () => rule.check(context))
    })
    entry.release()
    this.passages.delete(entry)
    return issues
  }

  private readonly sourceIssues = (source: SourceRecord): CheckedIssue[] => {
    const context = { ...this.around, source }
    return this.rules.flatMap((rule) =>
      rule.about === 'source' ? this.collect(rule, source.file, () => rule.check(context)) : [],
    )
  }

  private readonly prose = (entry: Entry): readonly Passage[] => {
    const known = this.passages.get(entry) ?? proseOf(entry, this.protectedWords)
    this.passages.set(entry, known)
    return known
  }

  private readonly share = <Value>(derive: (library: Library) => Value): Value => {
    if (!this.shared.has(derive)) this.shared.set(derive, derive(this.library))
    // What a function derived is kept under the function itself.
    return this.shared.get(derive) as Value
  }

  private collect(
    rule: Rule,
    file: string | undefined,
    check: () => Iterable<Finding | LibraryFinding>,
  ): CheckedIssue[] {
    const issues: CheckedIssue[] = []
    try {
      for (const finding of check()) {
        issues.push(this.issue(rule, file, finding))
        if (file !== undefined && issues.length === mostOfOneRule) return cutShort(issues)
      }
    } catch (error) {
      issues.push(broken(rule, file, error))
    }
    return issues
  }

  private issue(
    rule: Rule,
    file: string | undefined,
    finding: Finding | LibraryFinding,
  ): CheckedIssue {
    const { at, message, hint, fix } = finding
    const where = 'file' in finding ? finding.file : (file ?? 'site.yaml')
    const position = positionIn(this.files.get(where), at)
    const issue = {
      file: where,
      ...position,
      rule: rule.id,
      severity: rule.severity,
      message: onOneLine(message),
      hint: onOneLine(hint),
    }
    return fix ? { ...issue, fix } : issue
  }
}

/** What a message shows of a text may go on below. */
function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** Say at the last place that there may be more of the same. */
function cutShort(issues: CheckedIssue[]): CheckedIssue[] {
  return issues.map((issue, index) =>
    index < issues.length - 1
      ? issue
      : { ...issue, message: `${issue.message}这个文件里同样的问题太多，后面的先不列。` },
  )
}

function broken(rule: Rule, file: string | undefined, error: unknown): CheckedIssue {
  const reason = error instanceof Error ? error.message : String(error)
  const { id, severity } = engineRules.ruleRunsToTheEnd
  return {
    file: file ?? 'site.yaml',
    line: 1,
    column: 1,
    rule: id,
    severity,
    message: `规则 ${rule.id} 自己出了错，没有检查完：${reason.split('\n')[0]}。`,
    hint: '这是检查程序的问题，不是内容的问题。请把这一行和这个文件告诉维护者。',
  }
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
