/** Which guesses at a spelling stand in the index. Browser-safe. */
import { keysOfRun, type GramKey } from '../format/grams.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import type { Guess } from './lattice.ts'
import { lookUp } from '../exact/lookup.ts'
import { intersect } from '../format/postings.ts'

/** Readers ask for what titles say: a title is a thirtieth of an entry's text, and half of what is asked. */
export const titleWeight = 30

/** A spelling stands beside the likeliest when it has at least this share of its weight. */
export const rivalShare = 1 / 4

/** Guesses whose lists are fetched at once: each costs a shard or two. */
const guessesAtOnce = 2

/** A spelling and about how many pieces have it, titles counting as much as `titleWorth`. */
export interface Spelling {
  text: string
  weight: number
}

/** Every pair: those of the changed character say most, and the others are there already. */
const keysOf = ({ text }: Guess): GramKey[] => keysOfRun(text, true)

export const byWeight = (a: Spelling, b: Spelling): number =>
  b.weight - a.weight || (a.text < b.text ? -1 : 1)

/** Those of the guesses whose pairs stand together in some piece, most frequent first. */
export async function weighGuesses(index: IndexReader, guesses: Guess[]): Promise<Spelling[]> {
  const lookup = await lookUp(index, guesses.flatMap(keysOf))
  return guesses
    .map((guess) => {
      const lists = keysOf(guess).map(lookup)
      const { impacts } = intersect(lists.filter((list) => list !== undefined))
      const weight = impacts.reduce((sum, impact) => sum + (impact === 3 ? titleWeight : 1), 0)
      return { text: guess.text, weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort(byWeight)
}

/** The same for the `most` likeliest, a few at a time. */
export async function* attestedGuesses(
  index: IndexReader,
  guesses: Guess[],
  limit: number,
): AsyncGenerator<Spelling[]> {
  for (let at = 0; at < Math.min(guesses.length, limit); at += guessesAtOnce)
    yield await weighGuesses(index, guesses.slice(at, Math.min(limit, at + guessesAtOnce)))
}
