/** Which guesses at a spelling stand in the index. Browser-safe. */
import { keysOfRun, type GramKey } from './grams.ts'
import type { Index } from './index-files.ts'
import type { Guess } from './lattice.ts'
import { lookUp } from './lookup.ts'
import { intersect } from './postings.ts'

/** Readers ask for what titles say: a title is a thirtieth of an entry's text, and half of what is asked. */
const titleWorth = 30

/** Guesses whose lists are fetched at once, and in all: each costs a shard or two. */
const guessesAtOnce = 2
const mostGuesses = 4

const keysOf = ({ text }: Guess): GramKey[] => keysOfRun(text, false)

/** Those of the guesses whose pairs stand together in some piece, most frequent first. */
async function weigh(index: Index, guesses: Guess[]): Promise<string[]> {
  const lookup = await lookUp(index, guesses.flatMap(keysOf))
  return guesses
    .map((guess) => {
      const lists = keysOf(guess).map(lookup)
      const { impacts } = intersect(lists.filter((list) => list !== undefined))
      const weight = impacts.reduce((sum, impact) => sum + (impact === 3 ? titleWorth : 1), 0)
      return { text: guess.text, weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ text }) => text)
}

/** The same, a few of the likeliest at a time. */
export async function* existing(index: Index, guesses: Guess[]): AsyncGenerator<string[]> {
  for (let at = 0; at < Math.min(guesses.length, mostGuesses); at += guessesAtOnce)
    yield await weigh(index, guesses.slice(at, at + guessesAtOnce))
}
