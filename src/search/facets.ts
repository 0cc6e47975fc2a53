/**
 * Facets: which entries have which value; a file for each facet. Browser-safe.
 *
 * File: a line of JSON, `[[value, count], …]`, `\n`, then bits: for each value, its entries'
 * first pieces ascending, rice(piece − previous − 1, riceParameter(count, space)).
 */
import { BitReader, BitWriter, riceParameter } from './bits.ts'

/** Entries (by first piece) of each value. */
export type Facet = Map<string, number[]>

export interface FacetCount {
  value: string
  count: number
}

/** Lists ascending; `space` is one more than the largest piece id. */
export function encodeFacet(facet: Facet, space: number): Uint8Array {
  const head = JSON.stringify([...facet].map(([value, pieces]) => [value, pieces.length]))
  const bits = new BitWriter()
  for (const pieces of facet.values()) {
    const k = riceParameter(pieces.length, space)
    let previous = -1
    for (const piece of pieces) {
      bits.rice(piece - previous - 1, k)
      previous = piece
    }
  }
  const text = new TextEncoder().encode(`${head}\n`)
  const body = bits.finish()
  const bytes = new Uint8Array(text.length + body.length)
  bytes.set(text)
  bytes.set(body, text.length)
  return bytes
}

/** Throws SyntaxError on damaged bytes. */
export function decodeFacet(bytes: Uint8Array, space: number): Facet {
  const end = bytes.indexOf(0x0a)
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
  const bits = new BitReader(bytes, end + 1)
  const facet: Facet = new Map()
  for (const row of Array.isArray(head) ? head : []) {
    const [value, count]: unknown[] = Array.isArray(row) ? row : []
    const size = Math.min(Number(count), space)
    const k = riceParameter(size, space)
    let piece = -1
    facet.set(
      String(value),
      Array.from({ length: size }, () => (piece += bits.rice(k) + 1)),
    )
  }
  return facet
}

/** Values found among the entries, most frequent first, then by value. */
export function countFacet(facet: Facet, entries: Set<number>): FacetCount[] {
  return [...facet]
    .map(([value, pieces]) => ({ value, count: pieces.filter((p) => entries.has(p)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Entries that have any of the values. */
export function entriesWith(facet: Facet, values: readonly string[]): Set<number> {
  return new Set(values.flatMap((value) => facet.get(value) ?? []))
}
