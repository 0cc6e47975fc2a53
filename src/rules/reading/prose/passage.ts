import type { FieldPath } from '../../../content/yaml.ts'
import type { Span } from '../../engine/rule.ts'
import { lastWhere, merged, touching } from './spans.ts'

export type PassageKind =
  'paragraph' | 'heading' | 'cell' | 'note' | 'callout' | 'alt' | 'caption' | 'field'

/** A part of a passage's text: `literal` parts stand in the file letter by letter. */
interface Segment {
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
export interface ProsePassage {
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
export function spanIn(passage: ProsePassage, from: number, to: number): Span {
  const start = offset(passage, from, false)
  return [start, Math.max(start, to > from ? offset(passage, to, true) : start)]
}

/** Whether a fix may change this range: in one piece, and in no quotation and no protected name. */
export function isEditable(passage: ProsePassage, from: number, to: number): boolean {
  const { segments, quoted, protected: names, inQuote } = passage
  const segment = segments[lastWhere(segments.length, (index) => startOf(segments, index) <= from)]
  const inOnePiece = segment?.literal && to <= segment.at + segment.length
  return (
    Boolean(inOnePiece) && !inQuote && ![quoted, names].some((kept) => touching(kept, from, to))
  )
}

/** Assemble a passage from its segments, each with its text. */
export function passage(
  about: Pick<ProsePassage, 'kind' | 'inList' | 'inQuote'>,
  parts: readonly Part[],
  protectedWords: readonly string[],
): ProsePassage {
  const [only, ...more] = parts
  const text = more.length === 0 ? (only?.text ?? '') : parts.map((part) => part.text).join('')
  // Spelt out: spreading objects is what would cost most in a check.
  return {
    kind: about.kind,
    inList: about.inList,
    inQuote: about.inQuote,
    text,
    segments: segmentsOf(parts),
    quoted: quotations(text),
    protected: occurrences(text, protectedWords),
  }
}

/** The passage of a field: most are read through without anything to say about a place in them. */
export function fieldPassage(
  field: FieldPath,
  text: string,
  parts: () => readonly Part[],
  protectedWords: readonly string[],
): ProsePassage {
  let segments: readonly Segment[] | undefined
  return {
    kind: 'field',
    inList: false,
    inQuote: false,
    field,
    text,
    get segments() {
      return (segments ??= segmentsOf(parts()))
    },
    quoted: quotations(text),
    protected: occurrences(text, protectedWords),
  }
}

function segmentsOf(parts: readonly Part[]): Segment[] {
  let at = 0
  return parts.map(({ text, span, literal }) => {
    const segment = { at, length: text.length, span, literal }
    at += text.length
    return segment
  })
}

function offset({ segments }: ProsePassage, at: number, end: boolean): number {
  const index = lastWhere(segments.length, (index) => {
    return end ? startOf(segments, index) < at : startOf(segments, index) <= at
  })
  const found = segments[index] ?? segments[0]
  if (!found) return 0
  const inside = Math.min(at - found.at, found.length)
  if (found.literal) return found.span[0] + inside
  return end || inside === found.length ? found.span[1] : found.span[0]
}

function startOf(segments: readonly Segment[], index: number): number {
  return segments[index]?.at ?? 0
}

const quotationMark = /[“”‘’「」『』]/g
const pairs: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』' }

function quotations(text: string): Span[] {
  const found: Span[] = []
  if (text.search(quotationMark) < 0) return found
  let opened = -1
  let closing = ''
  for (const { 0: mark, index } of text.matchAll(quotationMark)) {
    const close = pairs[mark]
    if (opened < 0 && close) [opened, closing] = [index + 1, close]
    else if (opened >= 0 && mark === closing) {
      found.push([opened, index])
      opened = -1
    }
  }
  return found
}

function occurrences(text: string, words: readonly string[]): Span[] {
  const found: Span[] = []
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length])
  return merged(found)
}
