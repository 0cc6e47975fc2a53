import { hex } from 'dingbat-to-unicode'
import type { Element } from '../../documents/tree.ts'

/** A character of a symbol font in Unicode, where there is one. */
export function symbol(element: Element): string {
  const font = element.attributes['w:font'] ?? ''
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!Number.isFinite(code)) return ''
  // Symbol fonts are moved to the private use area by adding F000.
  const found = hex(font, (code & 0xff).toString(16).toUpperCase())
  return found?.string ?? (code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCodePoint(code))
}
