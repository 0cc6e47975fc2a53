import { cueText } from '../content/captions.ts'
import { filmCues } from '../content/film-cues.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { numeralOf } from '../model/figures.ts'
import type { Numeral } from '../model/figures.ts'
import { citable } from './facts.ts'

/** What a video's cover draws, from the entry's own data: a figure, its chapters, or a name. */
export type Cover = { numeral: Numeral } | { steps: string[] } | { words: string }

export function coverOf(library: Library, entry: EntryOf<'videos'>): Cover {
  const { cover_fact: cover, programme, short, title } = entry.data
  const fact = cover === undefined ? undefined : citable(library, cover)?.fact
  const numeral = fact && numeralOf(fact)
  if (numeral) return { numeral }
  const steps = filmCues(library, entry, 'chapters').map(cueText)
  if (steps.length > 1) return { steps }
  return { words: programme ?? short ?? title }
}
