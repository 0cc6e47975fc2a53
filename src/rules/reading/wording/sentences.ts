import { claimsOf } from '../figures/claims.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { EntryContext } from '../../engine/rule.ts'

/** A sentence of an entry's body with the facts whose marks stand in it or close it. */
interface Sentence {
  passage: ProsePassage
  /** Offsets in the passage's text. */
  from: number
  to: number
  text: string
  /** Ids; empty for a sentence without a mark. */
  facts: readonly string[]
}

/** The sentences of an entry's body, in order, read once a check. */
export function sentencesOf({ own }: EntryContext): readonly Sentence[] {
  return own(readSentences)
}

function readSentences(context: EntryContext): Sentence[] {
  const marks = new Map<ProsePassage, { at: number; facts: readonly string[] }[]>()
  for (const { passage, to, facts } of claimsOf(context))
    marks.set(passage, [...(marks.get(passage) ?? []), { at: to, facts }])
  return [...marks].flatMap(([passage, places]) =>
    bounds(passage.text).map(([from, to]) => ({
      passage,
      from,
      to,
      text: passage.text.slice(from, to),
      facts: [
        ...new Set(places.filter(({ at }) => at > from && at <= to).flatMap(({ facts }) => facts)),
      ],
    })),
  )
}

/** A sentence ends with its mark and whatever closes after it: 。” */
function bounds(text: string): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  for (const { index, 0: end } of text.matchAll(/[。！？]+[”’）」』]*|\n/g)) {
    found.push([from, index + end.length])
    from = index + end.length
  }
  if (from < text.length) found.push([from, text.length])
  return found
}

/** Ranges of a passage's quotations, counted from the start of a sentence in it. */
export function quotedIn({ passage, from }: Sentence): (readonly [number, number])[] {
  return passage.quoted.map(([start, end]) => [start - from, end - from] as const)
}
