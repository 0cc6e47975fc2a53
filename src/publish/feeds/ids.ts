import { createHash } from 'node:crypto'

/** The namespace for names that are URLs. Source: RFC 9562, 6.6 */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/**
 * A name that stays with an entry when the portal moves to another address: a UUID made of a text.
 * Source: RFC 9562, 5.5 (version 5).
 */
export function permanentId(text: string): string {
  const bytes = createHash('sha1').update(urlNamespace).update(text).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}
