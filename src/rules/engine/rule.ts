import type { Entry, EntryOf, Library, SourceRecord } from '../../content/library.ts'
import type { FieldPath } from '../../content/yaml.ts'
import type { CollectionName } from '../../model/index.ts'
import type { Position, Severity } from '../../model/issue.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'

/** Start and end offsets in a file's text, in UTF-16 units, the end not included. */
export type Span = readonly [start: number, end: number]

/** Where a finding stands. A rule names the place; the engine finds line and column. */
export type FindingPlace =
  { field: string | FieldPath; part?: 'key' | 'value' } | { position: Position } | { span: Span }

/** The smallest edit that mends a finding, on the text the finding is about. */
export interface Edit {
  span: Span
  text: string
}

/** A broken promise: what is wrong, what to do. Without `at` it stands at the start of the file. */
export interface Finding {
  at?: FindingPlace
  message: string
  hint: string
  fix?: Edit
}

/** What a rule is about, for the handbook; in the order in which the handbook shows them. */
export const areas = {
  model: '字段与文件',
  references: '引用与链接',
  truth: '事实与数字',
  structure: '结构',
  language: '文字',
  safety: '安全',
  media: '图片与视频',
  quiz: '自测',
  editorial: '编辑流程',
} as const
export type Area = keyof typeof areas

/** A rule with its area: the folder of `src/rules` its file is in. */
export type InArea<Info extends RuleInfo = RuleInfo> = Info & { area: Area }

/** What reports and the handbook know of a rule. */
export interface RuleInfo {
  /** File name and page name; says what holds. */
  id: string
  /** One Chinese sentence that says what holds. */
  summary: string
  severity: Severity
  /** The collections it is about; all of them when absent. */
  collections?: readonly CollectionName[]
  /** `false` when an entry may not silence it. */
  silenceable?: false
  /** Why its page cannot show examples as text; ordinary tests hold it instead. */
  testedBy?: string
}

/** What every check is given. */
interface RuleContext {
  library: Library
  /** The day of the check, `YYYY-MM-DD`: a rule has no clock of its own. */
  today: string
  /** What readers read of an entry, with exact offsets into `entry.text`; computed once a run. */
  prose: (entry: Entry) => readonly ProsePassage[]
  /** `derive(library)`, computed once a run and memoized by the function itself: pass a named one. */
  share: <Value>(derive: (library: Library) => Value) => Value
}

/** What a rule about entries is given. */
export interface EntryContext<Name extends CollectionName = CollectionName> extends RuleContext {
  entry: EntryOf<Name> & Entry
  /** `derive` of this context, computed once for the entry and memoized by the function itself. */
  own: <Value>(derive: (context: EntryContext) => Value) => Value
}

interface SourceContext extends RuleContext {
  source: SourceRecord
}

/** What a rule about letters is given: a file of text (an entry, a source, captions, `site.yaml`). */
export interface TextContext extends RuleContext {
  file: string
  text: string
  /** `derive` of this context, computed once for the text and memoized by the function itself. */
  own: <Value>(derive: (context: TextContext) => Value) => Value
}

export type LibraryContext = RuleContext

/** A finding about the portal as a whole says which file it stands in. */
export type LibraryFinding = Finding & { file: string }

export interface EntryRule extends RuleInfo {
  about: 'entry'
  check: (context: EntryContext) => Iterable<Finding>
}

export interface SourceRule extends RuleInfo {
  about: 'source'
  check: (context: SourceContext) => Iterable<Finding>
}

export interface TextRule extends RuleInfo {
  about: 'text'
  check: (context: TextContext) => Iterable<Finding>
}

export interface LibraryRule extends RuleInfo {
  about: 'library'
  check: (context: LibraryContext) => Iterable<LibraryFinding>
}

export type Rule = EntryRule | SourceRule | TextRule | LibraryRule

/** A rule about each entry; with `collections`, `entry.data` has their fields. */
export function entryRule<const Name extends CollectionName = CollectionName>(
  rule: RuleInfo & {
    collections?: readonly Name[]
    check: (context: EntryContext<Name>) => Iterable<Finding>
  },
): EntryRule {
  // The engine calls a rule only with entries of its collections, which the compiler cannot know.
  return { about: 'entry', ...rule, check: rule.check as EntryRule['check'] }
}

/** A rule about each source in `seeds/`. */
export function sourceRule(rule: Omit<SourceRule, 'about'>): SourceRule {
  return { about: 'source', ...rule }
}

/** A rule about the letters of each text file, whatever it is the text of. */
export function textRule(rule: Omit<TextRule, 'about'>): TextRule {
  return { about: 'text', ...rule }
}

/** A rule about the portal as a whole: what no single file shows. */
export function libraryRule(rule: Omit<LibraryRule, 'about'>): LibraryRule {
  return { about: 'library', ...rule }
}
