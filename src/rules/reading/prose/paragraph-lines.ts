import type { Entry } from '../../../content/library.ts'
import { spanIn } from './passage.ts'
import type { ProsePassage } from './passage.ts'
import type { Edit, Span } from '../../engine/rule.ts'

/** A line of a paragraph: its text, and where it stands in the passage. */
export interface TypedLine {
  passage: ProsePassage
  text: string
  at: number
}

/** The lines of paragraphs that have a trace of something, each where a block could have begun. */
export function* typedLines(
  passages: readonly ProsePassage[],
  trace: RegExp,
): Generator<TypedLine> {
  for (const passage of passages) {
    const isParagraph = passage.kind === 'paragraph' || passage.kind === 'note'
    if (!isParagraph || !trace.test(passage.text)) continue
    let at = 0
    for (const text of passage.text.split('\n')) {
      yield { passage, text, at }
      at += text.length + 1
    }
  }
}

/** Where a stretch of a line stands in the file. */
export function spanOfLine({ passage, at }: TypedLine, from: number, to: number): Span {
  return spanIn(passage, at + from, at + to)
}

/** The edit that sets a line apart with a blank line before it, inside whatever it stands in. */
export function setApart({ text }: Pick<Entry, 'text'>, [start]: Span): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lead = text.slice(lineStart, start).trimEnd()
  return { span: [lineStart, lineStart], text: `${lead}\n` }
}

/** The edit that writes something in place of what stands there, if that stands in one line. */
export function rewritten(
  { text }: Pick<Entry, 'text'>,
  span: Span,
  written: string,
): Edit | undefined {
  return text.slice(...span).includes('\n') ? undefined : { span, text: written }
}
