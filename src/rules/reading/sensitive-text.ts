import type { Finding, Span, TextContext } from '../engine/rule.ts'

/** Something that must not be public, in offsets of the text it stands in. */
interface Sensitive {
  value: string
  span: Span
}

/** What a kind of sensitive text looks like. The pattern has the flag `g` and must be linear. */
export interface Shape {
  pattern: RegExp
  /** Letters that everything of this shape contains: a text without them is not searched further. */
  trace?: string
  /** What else a match must hold to count: a check digit, a date. */
  holds?: (value: string) => boolean
  /** Whether it counts inside a web address too. */
  inAddress?: boolean
}

/** Everything of a shape in a text. Full-width digits count as digits. */
export function* sensitiveIn({ own }: TextContext, shapes: readonly Shape[]): Generator<Sensitive> {
  const plain = own(narrow)
  for (const { pattern, trace = '', holds, inAddress } of shapes) {
    if (!plain.includes(trace) || plain.search(pattern) < 0) continue
    for (const { 0: value, index } of plain.matchAll(pattern)) {
      if (holds && !holds(value)) continue
      if (!inAddress && isInAddress(plain, index)) continue
      yield { value, span: [index, index + value.length] }
    }
  }
}

/** A finding for every sensitive text in a file, its value masked. */
export function* sensitiveFindings(
  context: TextContext,
  shapes: readonly Shape[],
  say: (masked: string) => { message: string; hint: string },
): Generator<Finding> {
  for (const { value, span } of sensitiveIn(context, shapes))
    yield { at: { span }, ...say(masked(value)) }
}

/** The first three and the last two characters; what stands between is stars. */
export function masked(value: string): string {
  const kept = value.length > 8 ? 2 : 1
  const hidden = Math.max(1, Math.min(12, value.length - kept - 3))
  return `${value.slice(0, value.length > 8 ? 3 : 1)}${'*'.repeat(hidden)}${value.slice(-kept)}`
}

function narrow({ text }: TextContext): string {
  return text.replace(/[\uff0b\uff0d\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  return /(?:https?:\/\/|www\.)[^\s"'<>（），。；]*$/i.test(before)
}
