/** From a query to what an answer should cover. Browser-safe. */
import { fold, isHan, type FoldTable } from '../format/fold.ts'
import { maxWordLength, type GramKey } from '../format/grams.ts'
import { keysOfPhrase, maxQueryLength, extractTerms, type Term } from '../exact/parse-query.ts'
import type { Vocabulary } from '../format/vocabulary.ts'
import { wordsOf } from './read-vocabulary.ts'
import { tokenize, type Token } from './tokenize.ts'
import { extractOrdinals } from './ordinals.ts'
import { extractFigures } from './figures.ts'
import {
  figureUnit,
  numberedUnit,
  othersOf,
  placeVariants,
  unitOf,
  variant,
  type Unit,
} from './variants.ts'

/** Longer names are cut into parts as well, so that an entry with most of a name covers some of it. */
const maxUnitLength = 4
/** More is ignored. */
const maxUnits = 16

const weakShare = 0.2
/** What a part of a name counts for beside the name. */
const partShare = 0.5
/** Overlapping pairs say the same twice. */
const pairShare = 0.6

/** Words of a group that stand in a run, the longest first, none inside another. */
function groupsIn(run: string, { same, near }: Vocabulary): { from: number; word: string }[] {
  const words = [...same, ...near].flat().filter((word) => run.includes(word))
  const found: { from: number; word: string }[] = []
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const from = run.indexOf(word)
    const apart = found.every((f) => from + word.length <= f.from || f.from + f.word.length <= from)
    if (apart) found.push({ from, word })
  }
  return found
}

/**
 * Pairs over a stretch of unknown characters; one alone makes pairs with the words beside it, which
 * reach from `least` to `most`.
 */
function pairUnits(run: string, [from, to]: Range, [least, most]: Range): Unit[] {
  const [first, last] =
    to - from > 1 ? [from, to - 2] : [Math.max(least, from - 1), Math.min(from, most - 2)]
  const portion = to - from > 1 ? pairShare : pairShare / 2
  // Two characters between known words are a word of the reader's own.
  const loose = to - from !== 2
  const units: Unit[] = []
  for (let at = first; at <= last; at++)
    units.push({ ...unitOf(run.slice(at, at + 2)), portion, loose })
  return units.length || run.length > 1 ? units : [unitOf(run)]
}

/** Offsets in a run. */
type Range = readonly [from: number, to: number]

function tokenUnits(run: string, tokens: Token[], vocabulary: Vocabulary): Unit[] {
  const groups = groupsIn(run, vocabulary)
  const units: Unit[] = []
  for (let i = 0; i < tokens.length; i++) {
    const { text, from, kind } = tokens[i] ?? { text: '', from: 0, kind: 'particle' }
    if (kind === 'particle') continue
    if (kind === 'unknown') {
      const before = tokens[i - 1]
      let to = from + text.length
      for (; tokens[i + 1]?.kind === 'unknown'; i++) to += tokens[i + 1]?.text.length ?? 0
      const beside = (token: Token | undefined): number => Number(token?.kind === 'word')
      const reach = [from - beside(before), to + beside(tokens[i + 1])] as const
      units.push(...pairUnits(run, [from, to], reach))
      continue
    }
    const groupsAround = groups.filter(
      (g) => g.from <= from && from + text.length <= g.from + g.word.length,
    )
    const others = groupsAround.flatMap(({ word }) => othersOf(word, vocabulary))
    const unit = unitOf(text, [...others, ...placeVariants(text, vocabulary)])
    const part = groupsAround.some(({ word }) => word.length > maxUnitLength)
    units.push({ ...unit, portion: kind === 'weak' ? weakShare : part ? partShare : 1 })
  }
  for (const { word } of groups)
    if (word.length > maxUnitLength) units.push(unitOf(word, othersOf(word, vocabulary)))
  return units.map((unit, i) => ({ ...unit, joined: i > 0 }))
}

/** Stretches of Han and of letters. */
const stretches = (run: string): string[] => run.match(/[a-z0-9]+|[^a-z0-9]+/gu) ?? []

function runUnits(run: string, vocabulary: Vocabulary, words: ReadonlySet<string>): Unit[] {
  return stretches(run).flatMap((stretch, i) => {
    const units = isHan(stretch.charCodeAt(0))
      ? tokenUnits(stretch, tokenize(stretch, words), vocabulary)
      : [latinUnit(stretch, vocabulary)]
    return units.map((unit, j) => (j === 0 ? { ...unit, joined: i > 0 } : unit))
  })
}

function latinUnit(word: string, vocabulary: Vocabulary): Unit {
  const unit = unitOf(word, othersOf(word, vocabulary))
  const key: GramKey = { family: 'w', key: word.slice(0, maxWordLength), prefix: word.length > 1 }
  return { ...unit, variants: [{ ...variant(word, 1), keys: [key] }, ...unit.variants.slice(1)] }
}

const termUnit = ({ phrases }: Term): Unit => ({
  text: phrases[0]?.runs.join('') ?? '',
  portion: 1.5,
  variants: phrases.map((phrase) => ({ phrase, keys: keysOfPhrase(phrase, false), weight: 1 })),
  joined: false,
})

function shortWords(vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set([...wordsOf(vocabulary)].filter(({ length }) => length <= maxUnitLength))
}

/** What an answer to the query should cover, each thing once. */
export function unitsOf(query: string, vocabulary: Vocabulary, table?: FoldTable): Unit[] {
  const { terms, rest } = extractTerms(query, table)
  const { found: numbered, rest: unnumbered } = extractOrdinals(rest)
  const { figures, rest: words } = extractFigures(unnumbered)
  const known = shortWords(vocabulary)
  const runs = fold(words.slice(0, maxQueryLength), table, true).text.split(/[ \n]+/u)
  const units = [
    ...terms.map(termUnit),
    ...numbered.map(numberedUnit),
    ...figures.map(figureUnit),
    ...runs.filter(Boolean).flatMap((run) => runUnits(run, vocabulary, known)),
  ]
  const seen = new Set<string>()
  return units.filter(({ text }) => text && !seen.has(text) && seen.add(text)).slice(0, maxUnits)
}
