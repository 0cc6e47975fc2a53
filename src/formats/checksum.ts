/**
 * Eight hexadecimal digits that tell whether a text is as it was: FNV-1a over UTF-16 units with the
 * finalizer of MurmurHash3 (Fowler, Noll, Vo; Appleby). Links and records that were handed out
 * carry it, so it never changes.
 */
export function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
