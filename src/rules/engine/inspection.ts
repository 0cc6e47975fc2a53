import { ChangedMeanwhile } from '../../content/late-text.ts'
import type { Entry, Library, SourceRecord } from '../../content/library.ts'
import { Unsettled } from '../../content/partial-entry.ts'
import { collectionNames } from '../../model/index.ts'
import type { CollectionName } from '../../model/index.ts'
import type { Issue } from '../../model/issue.ts'
import { engineRules } from './engine-rules.ts'
import { LocatedFiles, positionIn } from './locate.ts'
import { proseOf } from '../reading/prose/entry-prose.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import type {
  Edit,
  EntryContext,
  EntryRule,
  Finding,
  LibraryContext,
  LibraryFinding,
} from './rule.ts'
import type { Rule, RuleInfo, SourceRule, TextContext, TextRule } from './rule.ts'

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

/** A rule, whatever it is about. */
interface Finder<Context> extends RuleInfo {
  about: Rule['about']
  check: (context: Context) => Iterable<Finding | LibraryFinding>
}

/** A check that goes file by file, in any order and anywhere; what one file made known serves the next. */
export class Inspection {
  private readonly around: LibraryContext
  private readonly rules: readonly Rule[]
  private readonly textRules: readonly TextRule[]
  private readonly sourceRules: readonly SourceRule[]
  private readonly entryRules: ReadonlyMap<CollectionName, readonly EntryRule[]>
  private readonly files: LocatedFiles
  private readonly passages = new Map<Entry, readonly ProsePassage[]>()
  private readonly protectedWords: readonly string[]

  constructor({ library, rules, today }: InspectionOptions) {
    this.around = { library, today, prose: this.prose, share: derivedOnce(() => library) }
    this.rules = rules
    this.textRules = rulesAbout('text', rules)
    this.sourceRules = rulesAbout('source', rules)
    const entryRules = rulesAbout('entry', rules)
    this.entryRules = new Map(
      collectionNames.map((name) => [
        name,
        entryRules.filter(({ collections }) => collections?.includes(name) ?? true),
      ]),
    )
    this.files = new LocatedFiles(library)
    this.protectedWords = library.site.terms.filter((term) => term.protected).map(({ use }) => use)
  }

  /** What the rules about a file by itself find in it; what it was parsed into is let go. */
  of(file: string): CheckedIssue[] {
    const issues: CheckedIssue[] = []
    const { entries, sources } = this.files
    const [entry, source] = [entries.get(file), sources.get(file)]
    this.checkText(file, issues)
    if (entry) this.checkEntry(entry, issues)
    if (source) this.checkSource(source, issues)
    return issues
  }

  /** What the rules about the portal as a whole find. */
  ofLibrary(): CheckedIssue[] {
    const issues: CheckedIssue[] = []
    for (const rule of rulesAbout('library', this.rules))
      this.collect(rule, this.around, undefined, issues)
    return issues
  }

  private checkText(file: string, issues: CheckedIssue[]): void {
    const text = this.files.textOf(file)
    if (text === undefined) return
    const own = derivedOnce(() => context)
    const context: TextContext = { ...this.around, file, text, own }
    for (const rule of this.textRules) this.collect(rule, context, file, issues)
  }

  private checkEntry(entry: Entry, issues: CheckedIssue[]): void {
    const own = derivedOnce(() => context)
    const context: EntryContext = { ...this.around, entry, own }
    for (const rule of this.entryRules.get(entry.collection) ?? [])
      this.collect(rule, context, entry.file, issues)
    entry.release()
    this.passages.delete(entry)
  }

  private checkSource(source: SourceRecord, issues: CheckedIssue[]): void {
    const context = { ...this.around, source }
    for (const rule of this.sourceRules) this.collect(rule, context, source.file, issues)
  }

  private readonly prose = (entry: Entry): readonly ProsePassage[] => {
    const known = this.passages.get(entry) ?? proseOf(entry, this.protectedWords)
    this.passages.set(entry, known)
    return known
  }

  /** Add what a rule finds; a hundred rules a file mostly find nothing, so they share one list. */
  private collect<Context>(
    rule: Finder<Context>,
    context: Context,
    file: string | undefined,
    issues: CheckedIssue[],
  ): void {
    const isCut = rule.about === 'entry' || rule.about === 'source'
    const most = isCut ? issues.length + mostOfOneRule : Infinity
    try {
      for (const finding of rule.check(context)) {
        const issue = this.issue(rule, file, finding)
        issues.push(issues.length + 1 < most ? issue : lastOfMany(issue))
        if (issues.length === most) return
      }
    } catch (error) {
      // Then nothing that is found would be about the text as it stands.
      if (error instanceof ChangedMeanwhile) throw error
      // The rule came upon a part of an entry that could not be read, which has been reported.
      if (error instanceof Unsettled) return
      issues.push(broken(rule, file, error))
    }
  }

  private issue(
    rule: RuleInfo,
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
function lastOfMany(issue: CheckedIssue): CheckedIssue {
  return { ...issue, message: `${issue.message}这个文件里同样的问题太多，后面的先不列。` }
}

/** Derives by any function, each once: what a function made is kept under the function itself. */
function derivedOnce<From>(from: () => From): <Value>(derive: (from: From) => Value) => Value {
  const known = new Map<unknown, unknown>()
  return <Value>(derive: (from: From) => Value) => {
    if (!known.has(derive)) known.set(derive, derive(from()))
    return known.get(derive) as Value
  }
}

function rulesAbout<Kind extends Rule['about']>(
  kind: Kind,
  rules: readonly Rule[],
): Extract<Rule, { about: Kind }>[] {
  return rules.filter((rule): rule is Extract<Rule, { about: Kind }> => rule.about === kind)
}

function broken(rule: RuleInfo, file: string | undefined, error: unknown): CheckedIssue {
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
