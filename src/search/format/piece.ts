/**
 * A piece: about 1,000 characters of an entry with the entry's head, the unit of posting lists and
 * of text files. Browser-safe.
 *
 * File: JSON `[path, title, kind, kindLabel, date or "", traditional 0|1,
 * [[field, text, anchor or "", at or -1], …], note]`, field as an index into `fields`, without the note
 * where there is none. `traditional` says that folding this text needs the fold table.
 */
import type { SectionField } from './document.ts'
import { characterEnd, fold, type Folded, type FoldTable } from './fold.ts'

const fields: readonly SectionField[] = [
  'title',
  'name',
  'summary',
  'heading',
  'fact',
  'quiz',
  'body',
  'transcript',
]

export interface PieceSection {
  field: SectionField
  text: string
  anchor?: string
  at?: number
}

export interface Piece {
  path: string
  title: string
  kind: string
  kindLabel: string
  date: string
  note?: string
  traditional: boolean
  sections: PieceSection[]
}

export function encodePiece(piece: Piece): Uint8Array {
  const sections = piece.sections.map(({ field, text, anchor = '', at = -1 }) => [
    fields.indexOf(field),
    text,
    anchor,
    at,
  ])
  const { path, title, kind, kindLabel, date, note, traditional } = piece
  const head = [path, title, kind, kindLabel, date, traditional ? 1 : 0]
  const row = note ? [...head, sections, note] : [...head, sections]
  return new TextEncoder().encode(JSON.stringify(row))
}

function readSection(row: unknown): PieceSection {
  const [field, text, anchor, at]: unknown[] = Array.isArray(row) ? row : []
  return {
    field: fields[Number(field)] ?? 'body',
    text: String(text ?? ''),
    ...(anchor ? { anchor: String(anchor) } : {}),
    ...(typeof at === 'number' && at >= 0 ? { at } : {}),
  }
}

/** Throws SyntaxError on bytes that are not a piece. */
export function decodePiece(bytes: Uint8Array): Piece {
  const row: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const [path, title, kind, kindLabel, date, traditional, sections, note]: unknown[] =
    Array.isArray(row) ? row : []
  if (typeof title !== 'string' || !Array.isArray(sections)) throw new SyntaxError('not a piece')
  return {
    path: String(path),
    title,
    kind: String(kind),
    kindLabel: String(kindLabel),
    date: String(date),
    ...(note ? { note: String(note) } : {}),
    traditional: traditional === 1,
    sections: sections.map(readSection),
  }
}

/** Where a section stands in the haystack; the title is the first span. */
export interface Span {
  section: PieceSection
  start: number
  folded: Folded
}

export interface Haystack {
  piece: Piece
  /** Title and sections, folded; `\n` parts them, so that no match runs from one to the next. */
  text: string
  spans: Span[]
}

const runsOn = (a: PieceSection | undefined, b: PieceSection): boolean =>
  a?.field === 'transcript' && b.field === 'transcript'

/** The folded text of a piece. Cues that follow each other run on: speech ignores their borders. */
export function haystackOf(piece: Piece, table?: FoldTable): Haystack {
  const spans: Span[] = []
  let text = ''
  let previous: PieceSection | undefined
  for (const section of [{ field: 'title' as const, text: piece.title }, ...piece.sections]) {
    if (previous && !runsOn(previous, section)) text += '\n'
    const folded = fold(section.text, table)
    spans.push({ section, start: text.length, folded })
    text += folded.text
    previous = section
  }
  return { piece, text, spans }
}

export interface TextRange {
  /** Offsets in UTF-16 units of the original text, end exclusive. */
  start: number
  end: number
}

/** The part of a haystack range that lies in a span, as offsets in the section's own text. */
export function rangeInSpan(span: Span, start: number, end: number): TextRange | undefined {
  const from = Math.max(0, start - span.start)
  const to = Math.min(span.folded.text.length, end - span.start)
  if (from >= to) return undefined
  return {
    start: span.folded.offsets[from] ?? 0,
    end: characterEnd(span.section.text, span.folded.offsets[to - 1] ?? 0),
  }
}
