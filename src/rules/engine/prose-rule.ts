import { captionFiles, captionProse } from '../reading/prose/caption-passages.ts'
import { isEditable, spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { exemptRangesOf } from '../reading/prose/exempt-ranges.ts'
import type { ExemptRanges } from '../reading/prose/exempt-ranges.ts'
import { touching } from '../reading/prose/spans.ts'
import { entryRule } from './rule.ts'
import type { Edit, EntryContext, EntryRule, Finding, LibraryFinding, RuleInfo } from './rule.ts'

/** A fault in a passage: offsets in its text, what is wrong, what to do, and what to write there. */
export interface Flaw {
  from: number
  to: number
  message: string
  hint: string
  mended?: string
  /** A range that must be mendable too, or neither is: the other bracket of a pair. */
  partner?: readonly [from: number, to: number]
}

/** A passage and the file it stands in: the entry's own, or that of a video's captions. */
export interface Reading {
  passage: ProsePassage
  text: string
  file?: string
}

interface ProseFile extends Omit<Reading, 'passage'> {
  passages: readonly ProsePassage[]
  /** The texts of all passages, to look at together first. */
  words: string
}

type FindFlaws = (passage: ProsePassage, context: EntryContext) => Iterable<Flaw>

interface ProseRuleInfo extends RuleInfo {
  /** What a rule of style leaves to whoever said it: quotations, titles, quoted blocks. */
  spares?: 'quotations'
  /**
   * What every flaw has in it: a cheap look that passes over most passages, and over most files, for
   * what stands in a part stands in the whole.
   */
  trace: Pick<RegExp, 'test'>
  find: FindFlaws
}

/**
 * A rule about the words readers read, captions included. Protected names and addresses are never
 * touched; a fix is offered only where `isEditable` and the titles around it allow one.
 */
export function proseRule({ find, spares, trace, ...info }: ProseRuleInfo): EntryRule {
  return entryRule({
    ...info,
    check(context) {
      const files = context.own(proseFiles).filter(({ words }) => trace.test(words))
      // Most rules end here for most entries, so nothing is made for them.
      return files.length === 0 ? [] : findingsAmong(files, context, { find, spares, trace })
    },
  })
}

function* findingsAmong(
  files: readonly ProseFile[],
  context: EntryContext,
  { find, spares, trace }: Pick<ProseRuleInfo, 'find' | 'spares' | 'trace'>,
): Generator<Finding | LibraryFinding> {
  for (const { passages, text, file } of files)
    for (const passage of passages)
      if (trace.test(passage.text))
        yield* findingsIn({ passage, text, file }, find(passage, context), spares)
}

/** Everything readers read of an entry: its own prose, then the cues of a video's captions. */
function proseFiles({ entry, prose, share }: EntryContext): ProseFile[] {
  const captions = captionFiles(entry).flatMap((path) => share(captionProse).get(path) ?? [])
  const files = [{ text: entry.text, passages: prose(entry) }, ...captions]
  return files.map((file) => ({ ...file, words: file.passages.map(({ text }) => text).join('\n') }))
}

export function readingsOf({ own }: EntryContext): Reading[] {
  return own(proseFiles).flatMap(({ passages, text, file }) =>
    passages.map((passage) => ({ passage, text, file })),
  )
}

function* findingsIn(
  reading: Reading,
  flaws: Iterable<Flaw>,
  spares: ProseRuleInfo['spares'],
): Generator<Finding | LibraryFinding> {
  let exempt: ExemptRanges | undefined
  for (const flaw of flaws) {
    exempt ??= exemptRangesOf(reading.passage)
    const { from, to, message, hint } = flaw
    if (touching(exempt.names, from, to)) continue
    if (spares && (reading.passage.inQuote || touching(exempt.quotations, from, to))) continue
    const fix = mend(reading, flaw, exempt)
    const found = { at: { span: spanIn(reading.passage, from, to) }, message, hint }
    const placed = fix ? { ...found, fix } : found
    yield reading.file === undefined ? placed : { ...placed, file: reading.file }
  }
}

/** The edit that mends a flaw, unless it would reach into what must stay as it is. */
function mend(
  reading: Reading,
  { from, to, mended, partner }: Flaw,
  exempt: ExemptRanges,
): Edit | undefined {
  const free = (start: number, end: number) =>
    isFree(reading, start, end) && !touching(exempt.quotations, start, end)
  if (mended === undefined || !free(from, to) || (partner && !free(...partner))) return undefined
  const { passage } = reading
  // Marks on either side of nothing would run together: `**甲**、**乙**` without its mark.
  const around = [Math.max(0, from - 1), Math.min(passage.text.length, to + 1)] as const
  if (mended === '' && !isEditable(passage, ...around)) return undefined
  return { span: spanIn(passage, from, to), text: mended }
}

function isFree({ passage, text }: Reading, from: number, to: number): boolean {
  if (!isEditable(passage, from, to)) return false
  // What a backslash escapes may not change alone; a bare scalar may become a number or a date.
  if (text[spanIn(passage, from, to)[0] - 1] === '\\') return false
  return passage.kind !== 'field' || /\p{Script=Han}/u.test(passage.text)
}

/** Flaws from the matches of a pattern; `undefined` says that a match is none. */
export function each(
  pattern: RegExp,
  judge: (
    match: RegExpExecArray,
    passage: ProsePassage,
  ) => (Omit<Flaw, 'from' | 'to'> & Partial<Flaw>) | undefined,
): FindFlaws {
  return function* (passage) {
    for (const match of passage.text.matchAll(pattern)) {
      const flaw = judge(match, passage)
      if (flaw) yield { from: match.index, to: match.index + match[0].length, ...flaw }
    }
  }
}
