/** Cuts an entry's sections into pieces of about 1,000 characters. Build time. */
import type { SearchSection } from '../format/document.ts'
import type { PieceSection } from '../format/piece.ts'

/** Characters: ten texts for a page of results are then about 10 KB compressed. */
const pieceSize = 1000
/** A little more stays in one piece rather than leaving a stub. */
const pieceLimit = 1400
/** A paragraph cut by force repeats this much, so that a typed passage lies in one piece. */
const overlap = 128

/** One paragraph of a section, or a slice of one that is too long. */
function paragraphsOf(section: SearchSection): PieceSection[] {
  return section.text
    .split(/\n+/u)
    .filter((text) => text.trim())
    .flatMap((text) => slices(text).map((slice) => ({ ...section, text: slice })))
}

function slices(text: string): string[] {
  if (text.length <= pieceLimit) return [text]
  const cuts: string[] = []
  for (let at = 0; at < text.length; at += pieceSize) {
    cuts.push(text.slice(at, at + pieceSize + overlap))
    if (at + pieceSize + overlap >= text.length) break
  }
  return cuts
}

const canJoin = (a: PieceSection, b: PieceSection): boolean =>
  a.field === b.field && a.anchor === b.anchor && a.at === undefined && b.at === undefined

function append(piece: PieceSection[], next: PieceSection): void {
  const last = piece.at(-1)
  if (last && canJoin(last, next)) last.text += `\n${next.text}`
  else piece.push({ ...next })
}

/** At least one piece, so that an entry with a title only is found as well. */
export function splitSections(sections: SearchSection[]): PieceSection[][] {
  const paragraphs = sections.flatMap(paragraphsOf)
  let remaining = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  const pieces: PieceSection[][] = [[]]
  let size = 0
  for (const paragraph of paragraphs) {
    const length = paragraph.text.length
    const full = size > 0 && size + length > pieceSize && size + remaining > pieceLimit
    if (full) {
      pieces.push([])
      size = 0
    }
    append(pieces[pieces.length - 1] ?? [], paragraph)
    size += length
    remaining -= length
  }
  return pieces
}
