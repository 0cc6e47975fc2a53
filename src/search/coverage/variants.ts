/** What a query asks for, and the other ways to say it. Browser-safe. */
import type { Phrase } from '../exact/parse-query.ts'
import { keysOfRun, type GramKey } from '../format/grams.ts'
import { placeName, placeWord, type Vocabulary } from '../format/vocabulary.ts'
import { spellFigure, type Figure } from './figures.ts'
import type { Spellings } from './ordinals.ts'

/** One way to say what a unit asks for. */
export interface Variant {
  /** To find in texts; without runs the posting lists alone tell. */
  phrase: Phrase
  /** A piece that has all of these may hold it. */
  keys: GramKey[]
  /** 1 for what was typed, less for what only comes near. */
  weight: number
  /** A figure, which no longer number may hold. */
  figure?: boolean
}

/** One thing that a query asks for. */
export interface Unit {
  /** As it was typed, folded. */
  text: string
  /** What it counts for, beside how rare it is. */
  portion: number
  variants: Variant[]
  /** It follows the unit before without a blank. */
  joined: boolean
  /** A pair across unknown characters, which may be no word at all. */
  loose?: boolean
}

/** What another word of a group is worth. */
const sameWeight = 0.95
const nearWeight = 0.55
/** An entry that lies in a place need not name it. */
const placeWeight = 0.95

export const variant = (run: string, weight: number): Variant => ({
  phrase: { runs: [run] },
  keys: keysOfRun(run, run.length <= 4),
  weight,
})

export const unitOf = (text: string, others: Variant[] = []): Unit => ({
  text,
  portion: 1,
  variants: [variant(text, 1), ...others],
  joined: false,
})

/** The last pair of a numeral, and that of the numeral and what follows: few lists that say most. */
function numeralKeys(run: string): GramKey[] {
  const { length } = /^[零〇一二两三四五六七八九十百千万亿]*/u.exec(run)?.[0] ?? ''
  const pairs = [run.slice(Math.max(0, length - 2), length), run.slice(length - 1, length + 1)]
  const keys = pairs
    .filter((pair) => pair.length === 2)
    .map((key) => ({ family: 'g', key }) as const)
  return keys.length ? keys : keysOfRun(run, true)
}

export function figureUnit(figure: Figure): Unit {
  const variants = spellFigure(figure).map(({ runs, weight }): Variant => {
    const [last = ''] = runs.slice(-1)
    const digits = runs.length === 1 ? (/^\d+/u.exec(last)?.[0] ?? '') : ''
    const keys: GramKey[] = digits ? [{ family: 'w', key: digits }] : numeralKeys(last)
    return { phrase: { runs }, keys, weight, figure: true }
  })
  const text = variants[0]?.phrase.runs.join('.') ?? ''
  return { text, portion: 1, variants, joined: false }
}

export const numberedUnit = ([typed = '', ...others]: Spellings): Unit =>
  unitOf(
    typed,
    // A bare number may count anything.
    others.map((other) => variant(other, /^\d+$/u.test(other) ? nearWeight : 1)),
  )

/** The other words of the groups that hold a word. */
export function othersOf(word: string, { same, near }: Vocabulary): Variant[] {
  const from = (groups: Vocabulary['same'], weight: number): Variant[] =>
    groups
      .filter((group) => group.includes(word))
      .flat()
      .filter((other) => other !== word)
      .map((other) => variant(other, weight))
  return [...from(same, sameWeight), ...from(near, nearWeight)]
}

export function placeVariants(word: string, { places }: Vocabulary): Variant[] {
  const place = placeName(word)
  if (!places.includes(place)) return []
  const key: GramKey = { family: 'w', key: placeWord(place) }
  return [{ phrase: { runs: [] }, keys: [key], weight: placeWeight }]
}
