import type { FieldPath } from '../../content/yaml.ts'
import type { Span } from '../rule.ts'

export type PassageKind =
  'paragraph' | 'heading' | 'cell' | 'note' | 'callout' | 'alt' | 'caption' | 'field'

/** A part of a passage's text: `literal` parts stand in the file letter by letter. */
export interface Segment {
  /** Offset in the passage's text. */
  at: number
  length: number
  /** Offsets in the file. */
  span: Span
  literal: boolean
}

/** A stretch of text and where it stands in the file. */
export type Part = { text: string; span: Span; literal: boolean }

/** One block of text as a reader reads it, that knows where each of its letters stands. */
export interface Passage {
  kind: PassageKind
  /** Inside a list, or inside a block quote or `::: quote`. */
  inList: boolean
  inQuote: boolean
  /** The front matter field, when the passage is one. */
  field?: FieldPath
  /**
   * The text without marks: emphasis, link targets and citations are gone; code, addresses and
   * images are one U+FFFC each; a line break inside a paragraph is a line feed.
   */
  text: string
  segments: readonly Segment[]
  /** Ranges of `text` inside quotation marks `“…”`, `‘…’`, `「…」`, `『…』`, marks not included. */
  quoted: readonly Span[]
  /** Ranges of `text` that are protected names. */
  protected: readonly Span[]
}

/** What stands for code, an address, an image or an entity in a passage's text. */
export const object = '\uFFFC'

/** Where a range of a passage's text stands in the file; an empty range is a point. */
export function spanIn(passage: Passage, from: number, to: number): Span {
  const start = offset(passage, from, false)
  return [start, Math.max(start, to > from ? offset(passage, to, true) : start)]
}

/** Whether a fix may change this range: in one piece, and in no quotation and no protected name. */
export function isEditable(passage: Passage, from: number, to: number): boolean {
  const inOnePiece = passage.segments.some(
    ({ at, length, literal }) => literal && at <= from && to <= at + length,
  )
  const kept = [...passage.quoted, ...passage.protected]
  return inOnePiece && !passage.inQuote && !kept.some(([start, end]) => from < end && start < to)
}

/** Assemble a passage from its segments, each with its text. */
export function passage(
  about: Pick<Passage, 'kind' | 'inList' | 'inQuote' | 'field'>,
  parts: readonly Part[],
  protectedWords: readonly string[],
): Passage {
  let at = 0
  const segments = parts.map(({ text, span, literal }) => {
    const segment = { at, length: text.length, span, literal }
    at += text.length
    return segment
  })
  const text = parts.map((part) => part.text).join('')
  return {
    ...about,
    text,
    segments,
    quoted: quotations(text),
    protected: occurrences(text, protectedWords),
  }
}

function offset({ segments }: Passage, at: number, end: boolean): number {
  let found = segments[0]
  for (const segment of segments) if (end ? segment.at < at : segment.at <= at) found = segment
  if (!found) return 0
  const inside = Math.min(at - found.at, found.length)
  if (found.literal) return found.span[0] + inside
  return end || inside === found.length ? found.span[1] : found.span[0]
}

const pairs: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』' }

function quotations(text: string): Span[] {
  const found: Span[] = []
  let opened = -1
  let closing = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (opened < 0 && character in pairs) [opened, closing] = [index + 1, pairs[character] ?? '']
    else if (opened >= 0 && character === closing) {
      found.push([opened, index])
      opened = -1
    }
  }
  return found
}

function occurrences(text: string, words: readonly string[]): Span[] {
  return words.flatMap((word) => {
    const found: Span[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length])
    return found
  })
}
