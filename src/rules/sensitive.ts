import type { Library } from '../content/library.ts'
import type { LibraryFinding, Span } from './rule.ts'
import { textsOf } from './texts.ts'

/** Something that must not be public, in offsets of the text it stands in. */
export interface Sensitive {
  value: string
  span: Span
}

/** What a kind of sensitive text looks like. The pattern has the flag `g` and must be linear. */
export interface Shape {
  pattern: RegExp
  holds?: (value: string) => boolean
  /** Whether it counts inside a web address too. */
  inAddress?: boolean
}

/** Everything of a shape in a text. Full-width digits count as digits. */
export function* sensitiveIn(text: string, shapes: readonly Shape[]): Generator<Sensitive> {
  const plain = narrow(text)
  for (const { pattern, holds, inAddress } of shapes)
    for (const { 0: value, index } of plain.matchAll(pattern)) {
      if (holds && !holds(value)) continue
      if (!inAddress && isInAddress(plain, index)) continue
      yield { value, span: [index, index + value.length] }
    }
}

/** A finding for every sensitive text in every file, its value masked. */
export function* sensitiveFindings(
  library: Library,
  shapes: readonly Shape[],
  say: (masked: string) => { message: string; hint: string },
): Generator<LibraryFinding> {
  for (const { file, text } of textsOf(library))
    for (const { value, span } of sensitiveIn(text, shapes))
      yield { file, at: { span }, ...say(masked(value)) }
}

/** The first three and the last two characters; what stands between is stars. */
export function masked(value: string): string {
  const kept = value.length > 8 ? 2 : 1
  const hidden = Math.max(1, Math.min(12, value.length - kept - 3))
  return `${value.slice(0, value.length > 8 ? 3 : 1)}${'*'.repeat(hidden)}${value.slice(-kept)}`
}

function narrow(text: string): string {
  if (!/[\uff01-\uff5e]/.test(text)) return text
  return text.replace(/[\uff0b\uff0d\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  return /(?:https?:\/\/|www\.)[^\s"'<>（），。；]*$/i.test(before)
}
