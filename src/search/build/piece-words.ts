/** The words of pieces, and the lists they make. Build time. */
import { impactOf } from './gram-rows.ts'

/** Words of one piece with what each weighs there. */
export class PieceWords {
  private readonly found = new Map<string, { best: number; occurrences: number }>()

  /** Notes one occurrence. */
  add(word: string, impact: number): void {
    const known = this.found.get(word)
    if (!known) this.found.set(word, { best: impact, occurrences: 1 })
    else {
      known.best = Math.max(known.best, impact)
      known.occurrences++
    }
  }

  /** As one text: each word after the digit of its impact, parted by blanks, which no word has. */
  joined(): string {
    return [...this.found]
      .map(([word, { best, occurrences }]) => `${impactOf(best, occurrences)}${word}`)
      .join(' ')
  }
}

/** The words of a joined text with their impacts. */
export function* wordsIn(joined: string): Generator<[word: string, impact: number]> {
  if (joined === '') return
  for (const word of joined.split(' ')) yield [word.slice(1), Number(word[0])]
}
