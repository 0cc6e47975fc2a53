import type { Entry } from '../../../content/library.ts'
import type { EntryContext, Span } from '../../engine/rule.ts'
import { spanIn } from './passage.ts'

/** A piece of text that a pattern found in what readers read. */
export interface Written {
  text: string
  span: Span
  /** The pattern's groups. */
  groups: readonly (string | undefined)[]
}

/**
 * Everything in an entry's prose that matches a pattern, except what a backslash marks as plain
 * text. Code and addresses are not prose. The pattern needs the flag `g` and must be linear.
 */
export function* written(
  { entry, prose }: { entry: Entry; prose: EntryContext['prose'] },
  pattern: RegExp,
): Generator<Written> {
  for (const passage of prose(entry)) {
    // Searching makes nothing where nothing is found, which is nearly everywhere.
    if (passage.text.search(pattern) < 0) continue
    for (const match of passage.text.matchAll(pattern)) {
      const span = spanIn(passage, match.index, match.index + match[0].length)
      if (entry.text[span[0] - 1] === '\\') continue
      yield { text: match[0], span, groups: match.slice(1) }
    }
  }
}

/** A text on one line and short enough for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
