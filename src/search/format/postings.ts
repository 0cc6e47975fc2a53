/**
 * Posting lists. Browser-safe.
 *
 * A posting says in which piece (a passage of about 1,000 characters) a gram stands, and how
 * much it matters there: 3 title or name, 2 heading, summary, fact or quiz, 1 often in the
 * running text, 0 in the running text.
 *
 * A list of `count` postings, as bits, ascending by piece:
 *   for each posting rice(gap − 1, k) with gap = piece − previous piece, the first previous being
 *     −1, k = riceParameter(count, space);
 *   gamma(n + 1), n postings having an impact above 0; unless n is 0:
 *     unless n = count, their places in the list, rice(place − previous − 1, riceParameter(n, count));
 *     unless n = 1, one bit: 1 when all have the same impact;
 *     that impact, or each: 1 → `0`, 2 → `10`, 3 → `11`.
 */
import type { BitReader, BitWriter } from './bits.ts'

export interface Postings {
  /** Ascending piece ids. */
  pieces: Uint32Array
  /** 0–3 for each piece. */
  impacts: Uint8Array
}

function writeImpacts(bits: BitWriter, impacts: Uint8Array): void {
  const places = [...impacts.keys()].filter((i) => impacts[i])
  const found = places.map((i) => impacts[i] ?? 1)
  bits.gamma(places.length + 1)
  const [first] = found
  if (first === undefined) return
  if (places.length < impacts.length) bits.ascending(places, impacts.length)
  const alike = found.every((impact) => impact === first)
  if (places.length > 1) bits.bit(alike ? 1 : 0)
  for (const impact of alike ? [first] : found) {
    bits.bit(impact > 1 ? 1 : 0)
    if (impact > 1) bits.bit(impact - 2)
  }
}

function readImpact(bits: BitReader): number {
  return bits.bit() ? 2 + bits.bit() : 1
}

function readImpacts(bits: BitReader, impacts: Uint8Array): void {
  const count = impacts.length
  const n = Math.min(bits.gamma() - 1, count)
  if (n === 0) return
  const places = n < count ? bits.ascending(n, count) : impacts.keys()
  const alike = n === 1 || bits.bit() ? readImpact(bits) : 0
  for (const at of places) impacts[at] = alike || readImpact(bits)
}

export function writeList(bits: BitWriter, { pieces, impacts }: Postings, space: number): void {
  bits.ascending(pieces, space)
  writeImpacts(bits, impacts)
}

/** Throws RangeError on damaged bytes: no list is longer than the space. */
export function readCount(bits: BitReader, space: number): number {
  const count = bits.gamma()
  bits.check()
  return Math.min(count, space)
}

export function readList(bits: BitReader, count: number, space: number): Postings {
  const pieces = bits.ascending(count, space)
  const impacts = new Uint8Array(count)
  readImpacts(bits, impacts)
  bits.check()
  return { pieces, impacts }
}

/** All postings of several lists, a piece once with its best impact. */
export function unite(lists: Postings[]): Postings {
  const [only] = lists
  if (only && lists.length === 1) return only
  const best = new Map<number, number>()
  for (const { pieces, impacts } of lists)
    pieces.forEach((piece, i) => {
      best.set(piece, Math.max(best.get(piece) ?? 0, impacts[i] ?? 0))
    })
  const pieces = Uint32Array.from(best.keys()).sort()
  return { pieces, impacts: Uint8Array.from(pieces, (piece) => best.get(piece) ?? 0) }
}

/** Pieces that stand in every list, with the least of their impacts. */
export function intersect(lists: Postings[]): Postings {
  const [first, ...rest] = [...lists].sort((a, b) => a.pieces.length - b.pieces.length)
  if (!first) return { pieces: new Uint32Array(), impacts: new Uint8Array() }
  return rest.reduce(intersectTwo, first)
}

function intersectTwo(a: Postings, b: Postings): Postings {
  const pieces: number[] = []
  const impacts: number[] = []
  let j = 0
  a.pieces.forEach((piece, i) => {
    while (j < b.pieces.length && (b.pieces[j] ?? 0) < piece) j++
    if (b.pieces[j] !== piece) return
    pieces.push(piece)
    impacts.push(Math.min(a.impacts[i] ?? 0, b.impacts[j] ?? 0))
  })
  return { pieces: Uint32Array.from(pieces), impacts: Uint8Array.from(impacts) }
}
