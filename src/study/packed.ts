import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate'

/** Bytes a text may unpack to, against archives that explode. */
const mostBytes = 256 * 1024

/** A text as the fragment of an address may hold it: compressed (RFC 1950), in the alphabet of RFC 4648, 5. */
export function packText(text: string): string {
  return toBase64Url(zlibSync(strToU8(text), { level: 9 }))
}

/** The text again; undefined when it is broken or too large; what was cut short may pass. */
export function unpackText(packed: string): string | undefined {
  try {
    const bytes = unzlibSync(fromBase64Url(packed), { out: new Uint8Array(mostBytes) })
    return strFromU8(bytes).replace(/\0+$/, '')
  } catch {
    return undefined
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}
