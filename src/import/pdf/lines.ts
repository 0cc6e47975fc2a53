import type { Glyph, PdfPage } from './engine.ts'

export interface Line {
  text: string
  left: number
  right: number
  top: number
  bottom: number
  size: number
}

/** The characters of a page as lines, in the order of the file. */
export function linesOf({ glyphs }: PdfPage): Line[] {
  const lines: Line[] = []
  let open: Glyph[] = []
  const flush = () => {
    const line = lineOf(open)
    if (line) lines.push(line)
    open = []
  }
  for (const glyph of glyphs) {
    const last = open.at(-1)
    const isBreak = glyph.text === '\n' || glyph.text === '\r'
    const moved = last && glyph.text.trim() !== '' && apart(last, glyph)
    if (isBreak || moved) flush()
    if (!isBreak) open.push(glyph)
  }
  flush()
  return lines
}

/** Whether a character stands on another line than the one before. */
function apart(last: Glyph, next: Glyph): boolean {
  if (last.text.trim() === '') return false
  const middle = (next.top + next.bottom) / 2
  const height = Math.max(last.size, next.size, 1)
  return (
    middle > last.top + height || middle < last.bottom - height || next.right < last.left - height
  )
}

function lineOf(glyphs: readonly Glyph[]): Line | undefined {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  if (inked.length === 0) return undefined
  const text = glyphs
    .map((one) => one.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  const sizes = inked.map(({ size }) => size).sort((a, b) => a - b)
  return {
    text,
    left: Math.min(...inked.map(({ left }) => left)),
    right: Math.max(...inked.map(({ right }) => right)),
    top: Math.max(...inked.map(({ top }) => top)),
    bottom: Math.min(...inked.map(({ bottom }) => bottom)),
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  }
}

/** A line in its column: where the column's lines begin and end. */
interface PlacedLine extends Line {
  edge: number
  margin: number
}

/**
 * Lines that belong together as paragraphs: a line that ends before the margin of its column closes one,
 * and so does a wide gap, an indent, or letters of another size.
 */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const groups: PlacedLine[][] = []
  for (const line of inColumns(lines)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (!group || !last || begins(last, line)) groups.push([line])
    else group.push(line)
  }
  return groups
}

function begins(last: PlacedLine, line: PlacedLine): boolean {
  const isShort = last.right < last.margin - last.size * 2
  const gap = last.bottom - line.top
  const indent = line.left - line.edge
  const isIndented =
    indent > line.size * 1.5 && Math.abs(indent - (last.left - last.edge)) > line.size
  return isShort || isIndented || gap > last.size * 1.6 || Math.abs(last.size - line.size) > 1
}

/** Lines of a page for which columns are looked for: more are a drawing. */
const mostLines = 1000
/** Lines that make a column: fewer are cells of a table. */
const columnLines = 3

/** Give every line the edges of its column, or those of the page. */
function inColumns(lines: readonly Line[]): PlacedLine[] {
  const page = edgesOf(lines)
  if (lines.length > mostLines) return lines.map((line) => ({ ...line, ...page }))
  return streamsOf(lines).flatMap((stream) => {
    const limit = limitOf(stream, lines)
    return runsOf(stream, ({ right }) => right <= limit).flatMap((run) => {
      const isColumn = run.length >= columnLines && (limit < Infinity || stream !== lines)
      const edges = isColumn ? edgesOf(run) : page
      return run.map((line) => ({ ...line, ...edges }))
    })
  })
}

function edgesOf(lines: readonly Line[]): Pick<PlacedLine, 'edge' | 'margin'> {
  return {
    edge: Math.min(Infinity, ...lines.map(({ left }) => left)),
    margin: Math.max(0, ...lines.map(({ right }) => right)),
  }
}

/** Lines one below the other; where the text goes on above, another stream begins. */
function streamsOf(lines: readonly Line[]): (readonly Line[])[] {
  const streams = runsBetween(lines, (last, line) => line.bottom > last.top)
  return streams.length === 1 ? [lines] : streams
}

/** Where the column to the right of a stream begins; infinite when there is none. */
function limitOf(stream: readonly Line[], lines: readonly Line[]): number {
  const rights = stream.flatMap((line) => {
    const beside = lines.filter(
      (other) => other.left >= line.right && other.bottom < line.top && other.top > line.bottom,
    )
    return beside.length > 0 ? [Math.min(...beside.map(({ left }) => left))] : []
  })
  return rights.length >= columnLines ? Math.min(...rights) : Infinity
}

function runsOf(stream: readonly Line[], isNarrow: (line: Line) => boolean): Line[][] {
  return runsBetween(stream, (last, line) => isNarrow(last) !== isNarrow(line))
}

/** Lines parted wherever two neighbours say so. */
function runsBetween(
  lines: readonly Line[],
  isParted: (last: Line, line: Line) => boolean,
): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (!run || !last || isParted(last, line)) runs.push([line])
    else run.push(line)
  }
  return runs
}
