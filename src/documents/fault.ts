/** Why a document cannot be given to readers: what is wrong with it, and what to do, in a sentence each. */
export interface DocumentFault {
  what: string
  hint: string
}

/** Addresses a link may lead to; every other scheme starts a program, or opens a file of the reader's network. */
const schemes = /^(https?:\/\/[^/\\]|mailto:|tel:)/i

/** Whether an address is one a reader may be led to: of the web, or of a post box or telephone. */
export function isSafeAddress(address: string): boolean {
  return schemes.test(address.trim())
}

/** As much of an address as a message shows. */
export function shortAddress(address: string): string {
  const line = address.replace(/[\s\p{C}]+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
