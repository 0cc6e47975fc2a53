/**
 * Which pieces belong to one entry. Browser-safe.
 *
 * Entries with equally many pieces lie together in a zone, each at a multiple of that number from
 * the zone's start, so that arithmetic finds an entry's first piece. A file of a few hundred zones
 * is a tenth of a list of all pieces that continue an entry.
 *
 * File, as bits: gamma(zones + 1); for each, ascending: gamma(start − previous start + 1) [first
 * previous 0], gamma(stride).
 */
import { BitReader, BitWriter } from './bits.ts'

export interface Zone {
  /** Id of its first slot. */
  start: number
  /** Pieces of each entry. */
  stride: number
}

/** `zones` ascending by start. */
export function encodeZones(zones: readonly Zone[]): Uint8Array {
  const bits = new BitWriter()
  bits.gamma(zones.length + 1)
  let previous = 0
  for (const { start, stride } of zones) {
    bits.gamma(start - previous + 1)
    bits.gamma(stride)
    previous = start
  }
  return bits.finish()
}

/** Throws RangeError on damaged bytes. */
export function decodeZones(bytes: Uint8Array): Zone[] {
  const bits = new BitReader(bytes)
  const zones: Zone[] = []
  let start = 0
  for (let left = bits.gamma() - 1; left > 0; left--) {
    start += bits.gamma() - 1
    zones.push({ start, stride: bits.gamma() })
    bits.check()
  }
  return zones
}

/** The first piece of the entry that a piece belongs to: the entry's id. */
export function entryOf(piece: number, zones: readonly Zone[]): number {
  let [low, high] = [0, zones.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((zones[middle]?.start ?? 0) <= piece) low = middle
    else high = middle
  }
  const { start = 0, stride = 1 } = zones[low] ?? {}
  return piece < start ? piece : piece - ((piece - start) % stride)
}
