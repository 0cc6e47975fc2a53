/**
 * Folding: the spelling in which text and query meet. Browser-safe; the build uses the same code.
 *
 * Per character: NFKC, lower case, Traditional→Simplified by a table (OpenCC's single characters).
 * What is neither letter, digit nor Han becomes one space, a line break stays `\n`, and blanks
 * between Han and Latin or digits vanish, so that “63 家” and “63家” are one spelling.
 */

/** Traditional to Simplified, one UTF-16 unit each. */
export type FoldTable = ReadonlyMap<string, string>

export interface Folded {
  text: string
  /** Offset in the original of each UTF-16 unit of `text`, and of its end. */
  offsets: number[]
}

/** Surrogates count as Han, so that rare characters outside the BMP are found by their halves. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005 ||
    code === 0x3007
  )
}

const separator = 0x20
const newline = 0x0a

export const isWord = (code: number): boolean => code !== separator && code !== newline

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u

/** Marks of ordinary text, each of which becomes a space: most of what is not Han. */
const marks = new Set('，。、；：？！“”‘’（）《》〈〉【】—·')

/** One character outside the plain Han block, folded to letters, a space or a line break. */
function foldRare(char: string): string {
  if (char === '\n' || (char >= '0' && char <= '9') || (char >= 'a' && char <= 'z')) return char
  if (marks.has(char)) return ' '
  return Array.from(char.normalize('NFKC').toLowerCase(), (c) =>
    letterOrDigit.test(c) ? c : ' ',
  ).join('')
}

/** Drops blanks just written between Han and Latin or digits; returns the new length. */
function closeBlanks(codes: number[], offsets: number[], from: number, next: number): number {
  const before = codes[from - 1]
  if (before === undefined || !isWord(before) || isHan(before) === isHan(next)) return codes.length
  codes.length = from
  offsets.length = from
  return from
}

const isBlank = (char: string): boolean => char === ' ' || char === '\u00a0' || char === '\u3000'

function unitsToString(codes: number[]): string {
  const parts: string[] = []
  for (let i = 0; i < codes.length; i += 8192)
    parts.push(String.fromCharCode(...codes.slice(i, i + 8192)))
  return parts.join('')
}

/**
 * Folds a text and remembers where each folded unit came from.
 * `keepBlanks` leaves blanks between Han and Latin, for queries, where a blank may part two terms.
 */
export function fold(text: string, table?: FoldTable, keepBlanks = false): Folded {
  const codes: number[] = []
  const offsets: number[] = []
  let blanksFrom = -1
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0
    const char = String.fromCodePoint(code)
    const plain = code >= 0x4e00 && code <= 0x9fff
    const folded = plain ? (table?.get(char) ?? char) : foldRare(char)
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i)
      if (isBlank(char) && !keepBlanks) blanksFrom = blanksFrom < 0 ? codes.length : blanksFrom
      else {
        if (blanksFrom >= 0 && isWord(unit)) closeBlanks(codes, offsets, blanksFrom, unit)
        blanksFrom = -1
      }
      codes.push(unit)
      offsets.push(at)
    }
    at += char.length
  }
  offsets.push(text.length)
  return { text: unitsToString(codes), offsets }
}

/** End of the character at an offset of the original: blanks that folding dropped stay outside. */
export function characterEnd(text: string, offset: number): number {
  return offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)
}
