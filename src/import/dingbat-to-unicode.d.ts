declare module 'dingbat-to-unicode' {
  /** The character that stands at a code, in hexadecimal, of a symbol font. */
  export function hex(typeface: string, code: string): { string: string } | undefined
}
