import type { ProsePassage } from './passage.ts'
import { merged } from './spans.ts'
import type { Span } from '../../engine/rule.ts'

/** What rules of language leave alone, each list in order and without overlaps. */
export interface ExemptRanges {
  /** Protected names and addresses: no rule speaks about them. */
  names: readonly Span[]
  /** What somebody said or a work is called: `“…”`, `《…》`. */
  quotations: readonly Span[]
}

const address =
  /[a-z][a-z0-9+.-]{0,20}:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|www\.[\w\-.~:/?#@&=%]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi
const title = /[《〈][^《》〈〉\n]{0,300}[》〉]/g

/** The ranges of a passage's text that stay as they are. */
export function exemptRangesOf({ text, quoted, protected: names }: ProsePassage): ExemptRanges {
  const addresses: Span[] = []
  // A space after an address ends it, so the neighbours of an address belong to it.
  if (/[:@.]/.test(text))
    for (const { index, 0: found } of text.matchAll(address))
      addresses.push([index - 1, index + found.length + 1])
  const titles = Array.from(text.matchAll(title), ({ index, 0: found }): Span => {
    return [index + 1, index + found.length - 1]
  })
  return { names: merged([...names, ...addresses]), quotations: merged([...quoted, ...titles]) }
}
