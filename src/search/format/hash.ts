/** Hashes that name files and route grams. Browser-safe; FNV-1a with murmur3's finalizer. */

function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** 32 bits of a string, unit by unit. */
export function hashText(text: string): number {
  let h = offsetBasis
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), prime)
  return mix(h)
}

/** `hashText` of one UTF-16 unit. */
export const hashOfUnit = (unit: number): number => mix(Math.imul(offsetBasis ^ unit, prime))

/** `hashText` of two UTF-16 units. */
export const hashOfPair = (first: number, second: number): number =>
  mix(Math.imul(Math.imul(offsetBasis ^ first, prime) ^ second, prime))

/** 32 bits of a file's content; `seed` chains several parts. */
export function hashBytes(bytes: Uint8Array, seed = offsetBasis): number {
  let h = seed
  for (const byte of bytes) h = Math.imul(h ^ byte, prime)
  return mix(h)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Characters in the hash of a file that is named once: 24 bits. */
const nameLength = 4

/**
 * Characters in the hash of a file that is one of thousands: 18 bits, as a list of 2,048 then is
 * 4.5 KB, not 6. Names also carry the file's number, so only two versions of one shard can meet
 * (1 in 262,144 for each that changes), and then a reader who kept the older gets its candidates,
 * which the check against the text still sifts.
 */
export const listedLength = 3

/** The high bits of 24 as base64url characters. */
export function hashName(hash: number, length = nameLength): string {
  const shifts = [18, 12, 6, 0].slice(0, length)
  return shifts.map((shift) => alphabet.charAt((hash >>> shift) & 63)).join('')
}

/** The bits of a name, six a character. */
export function hashOfName(name: string): number {
  return Array.from(name).reduce((hash, char) => (hash << 6) | alphabet.indexOf(char), 0)
}

export const contentName = (bytes: Uint8Array, length = nameLength): string =>
  hashName(hashBytes(bytes), length)
