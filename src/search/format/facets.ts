/**
 * Facets: which entries have which value; a file for each facet. Browser-safe.
 *
 * File: a line of JSON, `[[value, count], …]`, `\n`, then bits: for each value, its entries'
 * first pieces ascending, rice(piece − previous − 1, riceParameter(count, space)).
 */
import { BitWriter, type BitReader } from './bits.ts'

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
  for (const pieces of facet.values()) bits.ascending(pieces, space)
  const text = new TextEncoder().encode(`${head}\n`)
  const body = bits.finish()
  const bytes = new Uint8Array(text.length + body.length)
  bytes.set(text)
  bytes.set(body, text.length)
  return bytes
}

/**
 * `bitsFrom` reads the bytes' bits from an offset: the worker has that code, and this is in another
 * chunk. Throws SyntaxError on damaged bytes.
 */
export function decodeFacet(
  bytes: Uint8Array,
  space: number,
  bitsFrom: (offset: number) => BitReader,
): Facet {
  const end = bytes.indexOf(0x0a)
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
  const bits = bitsFrom(end + 1)
  const facet: Facet = new Map()
  for (const row of Array.isArray(head) ? head : []) {
    const [value, count]: unknown[] = Array.isArray(row) ? row : []
    facet.set(String(value), [...bits.ascending(Math.min(Number(count), space), space)])
  }
  return facet
}
