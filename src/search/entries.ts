/**
 * Which pieces continue the entry before them. Browser-safe.
 *
 * File, as bits: gamma(count + 1); for each continuing piece, ascending:
 * rice(piece − previous − 1, riceParameter(count, space)).
 */
import { BitReader, BitWriter, riceParameter } from './bits.ts'

export function encodeContinued(pieces: number[], space: number): Uint8Array {
  const bits = new BitWriter()
  bits.gamma(pieces.length + 1)
  const k = riceParameter(pieces.length, space)
  let previous = -1
  for (const piece of pieces) {
    bits.rice(piece - previous - 1, k)
    previous = piece
  }
  return bits.finish()
}

export function decodeContinued(bytes: Uint8Array, space: number): Set<number> {
  const bits = new BitReader(bytes)
  const count = Math.min(bits.gamma() - 1, space)
  const k = riceParameter(count, space)
  let piece = -1
  return new Set(Array.from({ length: count }, () => (piece += bits.rice(k) + 1)))
}

/** The first piece of the entry that a piece belongs to: the entry's id. */
export function entryOf(piece: number, continued: ReadonlySet<number>): number {
  let first = piece
  while (first > 0 && continued.has(first)) first--
  return first
}
