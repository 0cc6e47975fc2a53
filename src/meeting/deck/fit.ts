import { slideWords } from './slide-words.ts'

/**
 * How much room words take on a slide, reckoned without a browser. Units are hundredths of the screen's
 * height; the frame is that of a 4:3 screen, the narrowest there is: every other one has more room.
 */
export const frame = { width: 117, height: 82 } as const

/** No text that is meant for the room is smaller: 1/18 of the height is 5.56. */
export const floor = 5.7

/** Words of one size in a column, and the room above them. */
export interface Block {
  text: string
  size: number
  leading: number
  width?: number
  above?: number
}

/** Width of a text in characters: Latin letters and digits take about half of one. */
export function widthOf(text: string): number {
  let width = 0
  let before: boolean | undefined
  for (const character of text) {
    const narrow = character.charCodeAt(0) < 0x2000
    width += narrow ? 0.58 : 1
    // Browsers put a quarter between Chinese and Latin.
    if (before !== undefined && before !== narrow) width += 0.25
    before = narrow
  }
  return width
}

const places = {
  words: { piecesOf: (text: string) => slideWords(text).flatMap(afterMarks), reserve: 0.9 },
  cells: { piecesOf: charactersOf, reserve: 0 },
} as const

/**
 * Lines of a text as a browser sets them: it breaks between words, and in the cells of a table after any
 * character. `reserve` is how many characters a line is reckoned shorter, for the words that a site keeps
 * whole are not known here.
 */
export function linesOf(
  text: string,
  size: number,
  width: number = frame.width,
  place: keyof typeof places = 'words',
): number {
  const { piecesOf, reserve } = places[place]
  const room = Math.max(1, width / size - reserve)
  let lines = 1
  let used = 0
  for (const piece of piecesOf(text)) {
    const wide = widthOf(piece)
    if (used > 0 && used + wide > room) {
      lines += 1
      used = 0
    }
    used += wide
    // What is longer than a line is broken after any character.
    lines += Math.max(0, Math.ceil(used / room) - 1)
    used = used > room ? used % room : used
  }
  return lines
}

/** A line may also end after these, and after a space. */
function afterMarks(part: string): string[] {
  return (
    part.match(/[^，。；：、！？ ]*[，。；：、！？ ]+[”’）》」』]*|[^，。；：、！？ ]+$/gu) ?? [
      part,
    ]
  )
}

/** Characters with the marks that no line begins or ends with; Latin words are whole. */
function charactersOf(text: string): string[] {
  return text.match(/[“‘《（「『]*(?:[\w.%-]+|[^])[，。；：、！？”’》）」』]*/gu) ?? []
}

export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { text, size, leading, width, above = 0 }) =>
      sum + above + (text === '' ? 0 : linesOf(text, size, width) * size * leading),
    0,
  )
}

/** The first of several ways to set the same words that fits; undefined when none does. */
export function firstFitting(
  ways: readonly (readonly Block[])[],
  room: number = frame.height,
): number | undefined {
  const at = ways.findIndex((blocks) => heightOf(blocks) <= room)
  return at < 0 ? undefined : at
}

/** Sentences with the marks that close them. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？]*[。！？]+[”’）》]*|[^。！？]+$/gu) ?? []
}

/** Put pieces on as few pages as hold them, in order; one that is too large has a page of its own. */
export function paged<Piece>(
  pieces: readonly Piece[],
  fits: (together: readonly Piece[]) => boolean,
): Piece[][] {
  const pages: Piece[][] = []
  for (const piece of pieces) {
    const last = pages.at(-1)
    if (last && fits([...last, piece])) last.push(piece)
    else pages.push([piece])
  }
  return pages
}
