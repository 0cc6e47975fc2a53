import { styleText } from 'node:util'
import type { Paint } from './report.ts'

/** Colours for a stream that shows them; `NO_COLOR` and `FORCE_COLOR` have the last word. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  return (style, text) => styleText(style, text, { stream })
}
