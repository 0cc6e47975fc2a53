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

/**
 * Lines that belong together as paragraphs: a line that ends before the margin closes one, and so does
 * a wide gap, an indent, or letters of another size.
 */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const margin = Math.max(0, ...lines.map(({ right }) => right))
  const edge = Math.min(Infinity, ...lines.map(({ left }) => left))
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (!group || !last || begins(last, line, margin, edge)) groups.push([line])
    else group.push(line)
  }
  return groups
}

function begins(last: Line, line: Line, margin: number, edge: number): boolean {
  const isShort = last.right < margin - last.size * 2
  const gap = last.bottom - line.top
  const isIndented =
    line.left > edge + line.size * 1.5 && Math.abs(line.left - last.left) > line.size
  return isShort || isIndented || gap > last.size * 1.6 || Math.abs(last.size - line.size) > 1
}
