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

/** 32 bits of a file's content; `seed` chains several parts. */
export function hashBytes(bytes: Uint8Array, seed = offsetBasis): number {
  let h = seed
  for (const byte of bytes) h = Math.imul(h ^ byte, prime)
  return mix(h)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Characters in a file's hash. */
export const nameLength = 4

/**
 * 24 bits as four base64url characters: a manifest of 8,192 shards is then 24 KB, not 40. Names
 * also carry the shard's number, so only two versions of one shard can meet (1 in 16 million), and
 * then a reader gets the older candidates, which the check against the text still sifts.
 */
export function hashName(hash: number): string {
  return [18, 12, 6, 0].map((shift) => alphabet.charAt((hash >>> shift) & 63)).join('')
}

/** The 24 bits of a name. */
export function hashOfName(name: string): number {
  return Array.from(name).reduce((hash, char) => (hash << 6) | alphabet.indexOf(char), 0)
}

export const contentName = (bytes: Uint8Array): string => hashName(hashBytes(bytes))
