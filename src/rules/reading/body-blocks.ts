import type { Token } from 'markdown-it'
import type { Entry } from '../../content/library.ts'
import { lineStarts } from '../../content/positions.ts'

/** A heading of a body, and the lines of the file its section takes. */
interface Section {
  level: number
  text: string
  /** Lines of the file: of the heading, and the first one after the section's own text. */
  line: number
  end: number
  /** Nothing but blank lines stands between the heading and the next heading of any level. */
  isEmpty: boolean
  /** The next heading lies deeper, so that the section holds other sections. */
  holdsSections: boolean
}

const written = new Set(['inline', 'fence', 'code_block', 'table_open'])

/** The sections of an entry's body, in order. */
export function sectionsOf({ body, bodyLine, text }: Entry): Section[] {
  const headings = new Set(body.headings.map(({ line }) => line))
  const lines = body.tokens.flatMap(({ type, map }) =>
    written.has(type) && map && !headings.has(map[0] + bodyLine) ? [map[0] + bodyLine] : [],
  )
  lines.sort((a, b) => a - b)
  const last = text.split('\n').length + 1
  let at = 0
  return body.headings.map(({ level, text: title, line }, index) => {
    const next = body.headings[index + 1]
    const end = next?.line ?? last
    while ((lines[at] ?? Infinity) < line) at++
    const isEmpty = (lines[at] ?? Infinity) >= end
    return { level, text: title, line, end, isEmpty, holdsSections: (next?.level ?? 0) > level }
  })
}

/** A line of a block as the file has it, and the offset at which it begins. */
export interface BlockLine {
  text: string
  offset: number
  line: number
}

/** The source lines of the blocks that begin with such a token, block by block. */
export function linesOf(entry: Entry, begins: (token: Token) => boolean): BlockLine[][] {
  const blocks = entry.body.tokens.filter(begins)
  if (blocks.length === 0) return []
  const lines = entry.text.split('\n')
  const starts = lineStarts(lines)
  return blocks.map((token) => rowsOf(token, entry.bodyLine, lines, starts))
}

function rowsOf(
  { map }: Token,
  bodyLine: number,
  lines: readonly string[],
  starts: readonly number[],
): BlockLine[] {
  const [from, to] = map ?? [0, 0]
  return Array.from({ length: to - from }, (_, index) => {
    const row = from + index + bodyLine - 1
    return { text: lines[row] ?? '', offset: starts[row] ?? 0, line: row + 1 }
  })
}
