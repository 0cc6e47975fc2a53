/** What a text shows of a query: which units stand where, and what that is worth. Browser-safe. */
import type { SectionField } from '../format/document.ts'
import type { Haystack } from '../format/piece.ts'
import type { Postings } from '../format/postings.ts'
import type { Term } from '../exact/parse-query.ts'
import { matchesOf, type Match } from '../exact/verify.ts'
import { placeOfTitle } from '../format/vocabulary.ts'
import type { CoveringEntry, WeighedUnit } from './score-postings.ts'
import { insideNumber } from './figures.ts'

/** What standing in a field is worth; like all constants here, chosen on the tuned half of `bench/judged`. */
const fieldWeights: Record<SectionField, number> = {
  title: 1.6,
  name: 1.6,
  heading: 1.15,
  summary: 1,
  fact: 0.85,
  quiz: 0.4,
  body: 0.75,
  transcript: 0.7,
}

/** How much more covering more of the query is worth, beside the sum itself. */
const coverageExponent = 0.5
/** What two units next to each other add when the text has them so as well. */
const adjacencyBonus = 0.1
/** What each doubling of how often a unit stands there adds, up to eight times. */
const frequencyBonus = 0.1
const maxFrequency = 8
/** Who names no place asks what holds everywhere: a title of one place is worth this much of another. */
const placedTitleShare = 0.9
/** What the lists say stands elsewhere in the entry. */
const elsewhereWeight = 0.6

interface Evidence {
  weighed: WeighedUnit
  matches: Match[]
  /** Best worth of a match: its field's, times its variant's weight. */
  worth: number
  /** Best weight of a variant that stands there. */
  weight: number
}

/** An entry's text, judged. */
export interface ScoredText {
  covering: CoveringEntry
  haystack: Haystack
  evidence: Evidence[]
  score: number
  coverage: number
}

function evidenceOf(weighed: WeighedUnit, haystack: Haystack): Evidence {
  const { unit } = weighed
  const term: Term = { phrases: unit.variants.map(({ phrase }) => phrase) }
  const weights = new Map(unit.variants.map((variant) => [variant.phrase, variant]))
  const matches = matchesOf(haystack, term).filter(({ phrase, start, end }) => {
    const isFigure = weights.get(phrase)?.figure
    return !isFigure || !insideNumber(haystack.text, start, end)
  })
  let [worth, weight] = [0, 0]
  for (const { phrase, span } of matches) {
    const own = weights.get(phrase)?.weight ?? 0
    worth = Math.max(worth, own * fieldWeights[span.section.field])
    weight = Math.max(weight, own)
  }
  if (matches.length) worth += frequencyBonus * Math.log2(Math.min(matches.length, maxFrequency))
  return { weighed, matches, worth, weight }
}

/** Whether a list has a piece from `first` to before `end`. */
function hasPieceIn({ pieces }: Postings, first: number, end: number): boolean {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle] ?? 0) < first) low = middle + 1
    else high = middle
  }
  return (pieces[low] ?? Infinity) < end
}

/** What the lists say of a unit that the text read does not show: a place, a date, another piece. */
function listedWeight({ unit, lists }: WeighedUnit, { entry, end }: CoveringEntry): number {
  const weights = lists.map((list, i) => {
    const variant = unit.variants[i]
    if (!list || !variant || !hasPieceIn(list, entry, end)) return 0
    const certain = variant.phrase.runs.length === 0
    return variant.weight * (certain ? 1 : elsewhereWeight * (variant.figure ? 0.5 : 1))
  })
  return Math.max(0, ...weights)
}

/** Whether two units follow each other in the text with little between. */
function areAdjacent(a: Evidence, b: Evidence): boolean {
  return a.matches.some(({ end, span }) =>
    b.matches.some((next) => next.span === span && next.start >= end - 1 && next.start - end <= 2),
  )
}

/** Whether a title is of a place, and the query of none, nor of that one. */
function isOfUnaskedPlace(title: string, weighed: WeighedUnit[]): boolean {
  const place = placeOfTitle(title)
  const namesIt = ({ unit }: WeighedUnit): boolean =>
    place.startsWith(unit.text) || unit.variants.some(({ phrase }) => phrase.runs.length === 0)
  return place !== '' && !weighed.some(namesIt)
}

/** Judges the piece of an entry that covers most; `weighed` are all units of the query. */
export function scoreText(
  covering: CoveringEntry,
  haystack: Haystack,
  weighed: WeighedUnit[],
): ScoredText {
  const evidence = weighed.map((one): Evidence => {
    const found = evidenceOf(one, haystack)
    const weight = Math.max(found.weight, listedWeight(one, covering))
    return { ...found, weight, worth: Math.max(found.worth, weight * fieldWeights.body) }
  })
  const total = weighed.reduce((sum, { mass }) => sum + mass, 0) || 1
  let [sum, covered] = [0, 0]
  evidence.forEach((one, i) => {
    const { mass, unit } = one.weighed
    sum += mass * one.worth
    covered += mass * one.weight
    const before = evidence[i - 1]
    if (unit.joined && before && areAdjacent(before, one))
      sum += adjacencyBonus * Math.min(mass, before.weighed.mass)
  })
  const coverage = covered / total
  const placeShare = isOfUnaskedPlace(haystack.piece.title, weighed) ? placedTitleShare : 1
  const score = placeShare * (sum / total) * coverage ** coverageExponent
  return { covering, haystack, evidence, coverage, score }
}
