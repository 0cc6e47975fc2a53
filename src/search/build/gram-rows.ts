/** The grams of pieces in flat arrays, four bytes a posting. Build time. */
import { hashOfPair, hashOfUnit } from '../format/hash.ts'
import { CodeNumbers } from './code-numbers.ts'
import { uint8Array, int32Array, growArray } from './typed-arrays.ts'

/** Families whose grams are told by 32 bits. */
export const codedFamilies = ['g', 'u', 'p'] as const
export type CodedFamily = (typeof codedFamilies)[number]

/**
 * Grams of consecutive pieces by their codes: of a pair its two UTF-16 units, of a single its unit, of
 * a pinyin key its hash.
 */
export interface GramRows {
  /** Piece after piece; in a piece those of impact 0 first, then 1, 2, 3. */
  codes: Int32Array
  /** Where the four runs of each piece end. */
  ends: Uint32Array
}

export const codeOfPair = (first: number, second: number): number => (first << 16) | second

/** The hash that a gram is looked up by, 32 bits. */
export const hashOfCode: Record<CodedFamily, (code: number) => number> = {
  g: (code) => hashOfPair(code >>> 16, code & 0xffff),
  u: hashOfUnit,
  p: (code) => code >>> 0,
}

/** Occurrences in one piece that make a gram weigh as frequent. */
const frequent = 3

/** What a piece's gram weighs, from the best field it stands in and how often it occurs. */
export const impactOf = (best: number, occurrences: number): number =>
  Math.max(best, occurrences >= frequent ? 1 : 0)

/** Calls back for each posting of the pieces from `first` to before `last`, in order of piece. */
export function visitRows(
  rows: GramRows,
  [first, last]: [number, number],
  visit: (code: number, piece: number, impact: number) => void,
): void {
  const { ends } = rows
  let at = first > 0 ? (ends[first * 4 - 1] ?? 0) : 0
  for (let run = first * 4; run < last * 4; run++)
    for (const end = ends[run] ?? 0; at < end; at++) visit(rows.codes[at] ?? 0, run >> 2, run & 3)
}

export class GramRowsWriter {
  private codes: Int32Array = int32Array(4096)
  private length = 0
  private readonly ends: number[] = []
  /** Grams of the piece at hand, with the best impact and the number of occurrences of each. */
  private readonly current = new CodeNumbers()
  private best: Uint8Array = uint8Array(4096)
  private occurrences: Uint8Array = uint8Array(4096)

  /** Notes one occurrence in the piece at hand. */
  add(code: number, impact: number): void {
    const known = this.current.size
    const gram = this.current.numberOf(code)
    if (gram >= this.best.length) {
      this.best = growArray(this.best, uint8Array)
      this.occurrences = growArray(this.occurrences, uint8Array)
    }
    if (gram === known) {
      this.best[gram] = impact
      this.occurrences[gram] = 1
    } else {
      if (impact > (this.best[gram] ?? 0)) this.best[gram] = impact
      this.occurrences[gram] = Math.min(frequent, (this.occurrences[gram] ?? 0) + 1)
    }
  }

  endPiece(): void {
    const { current } = this
    const { size } = current
    this.reserve(size)
    for (let impact = 0; impact < 4; impact++) {
      for (let gram = 0; gram < size; gram++)
        if (impactOf(this.best[gram] ?? 0, this.occurrences[gram] ?? 0) === impact)
          this.codes[this.length++] = current.codes[gram] ?? 0
      this.ends.push(this.length)
    }
    current.clear()
  }

  /** Takes over pieces, from `first` to before `last`. */
  copy(rows: GramRows, [first, last]: [number, number]): void {
    const { ends } = rows
    const from = first > 0 ? (ends[first * 4 - 1] ?? 0) : 0
    const to = last > 0 ? (ends[last * 4 - 1] ?? 0) : 0
    this.reserve(to - from)
    this.codes.set(rows.codes.subarray(from, to), this.length)
    for (const end of ends.subarray(first * 4, last * 4)) this.ends.push(end - from + this.length)
    this.length += to - from
  }

  finish(): GramRows {
    return { codes: this.codes.slice(0, this.length), ends: Uint32Array.from(this.ends) }
  }

  private reserve(more: number): void {
    const needed = this.length + more
    if (needed > this.codes.length) this.codes = growArray(this.codes, int32Array, needed)
  }
}
