/** From posting lists to candidate entries in the order they are checked. Browser-safe. */
import { keysOfPhrase, type Phrase, type Term } from './parse-query.ts'
import { intersect, unite, type Postings } from '../format/postings.ts'
import type { GramKey } from '../format/grams.ts'
import type { Lookup, SkipLists } from './lookup.ts'
import { entryOf, type Zone } from '../format/zones.ts'

export interface Candidate {
  /** The entry's first piece. */
  entry: number
  score: number
  /** For each term, where it may stand. */
  places: Place[]
}

/** The pieces of an entry that may hold a term. */
interface Place {
  /** Greatest impact. */
  bestImpact: number
  pieces: [piece: number, impact: number][]
}

export const keysOfTerms = (terms: Term[], all: boolean): GramKey[] =>
  terms.flatMap((term) => term.phrases.flatMap((phrase) => keysOfPhrase(phrase, all)))

/** Texts whose bytes are as many as those of a posting in a list that is a file of its own. */
const textsPerPosting = 1 / 1000
/** Texts for each result wanted, beyond which a list is read rather than texts. */
const maxTextsOfResult = 3

/**
 * Spares the long lists of phrases that a short list narrows enough: reading the texts it leads to
 * costs less than the list. A phrase with a pair that stands nowhere needs no other list at all.
 */
export const skipLongLists =
  (terms: Term[], all: boolean, limit: number): SkipLists =>
  (counts) => {
    const needed = new Set<string>()
    for (const phrase of terms.flatMap(({ phrases }) => phrases)) {
      const keys = keysOfPhrase(phrase, all)
      const least = Math.min(...keys.map((key) => counts(key) ?? Infinity))
      for (const key of keys) {
        const count = counts(key) ?? 0
        const maxTexts = Math.min(limit + count * textsPerPosting, limit * maxTextsOfResult)
        if (count === least || least > maxTexts) needed.add(key.key)
      }
    }
    return ({ key }) => !needed.has(key)
  }

function matchPhrase(phrase: Phrase, lookup: Lookup, all: boolean): Postings {
  const lists = keysOfPhrase(phrase, all).map(lookup)
  return intersect(lists.filter((list) => list !== undefined))
}

/** Pieces that may hold the term: all that do, and some that do not. */
export function matchTerm(term: Term, lookup: Lookup, all: boolean): Postings {
  return unite(term.phrases.map((phrase) => matchPhrase(phrase, lookup, all)))
}

/** A title outweighs a heading, a heading a frequent mention, that a single one. */
const impactWeights = [1, 2, 4, 8]

function byEntry(postings: Postings, zones: readonly Zone[]): Map<number, Place> {
  const places = new Map<number, Place>()
  postings.pieces.forEach((piece, i) => {
    const impact = postings.impacts[i] ?? 0
    const entry = entryOf(piece, zones)
    const place = places.get(entry)
    if (!place) places.set(entry, { bestImpact: impact, pieces: [[piece, impact]] })
    else {
      place.bestImpact = Math.max(place.bestImpact, impact)
      place.pieces.push([piece, impact])
    }
  })
  return places
}

/** Pieces that may hold a term: first those that other terms share, then by impact. */
export function piecesOf({ places }: Candidate, term: number): number[] {
  const place = places[term]
  const others = places.filter((other) => other !== place)
  const shared = (piece: number): number =>
    others.filter((other) => other.pieces.some(([p]) => p === piece)).length
  return [...(place?.pieces ?? [])]
    .sort(([p, a], [q, b]) => shared(q) - shared(p) || b - a || p - q)
    .map(([piece]) => piece)
}

function score(places: Place[]): number {
  const sum = places.reduce((total, { bestImpact }) => total + (impactWeights[bestImpact] ?? 0), 0)
  const [first, ...rest] = places
  const inOnePiece = first?.pieces.some(([piece]) =>
    rest.every((place) => place.pieces.some(([p]) => p === piece)),
  )
  return sum + (inOnePiece ? 0.5 : 0)
}

/** Entries with all terms, best first; of equals the more recent, whose id is higher. */
export function planCandidates(matches: Postings[], zones: readonly Zone[]): Candidate[] {
  const terms = matches.map((postings) => byEntry(postings, zones))
  const [rarest, ...rest] = [...terms].sort((a, b) => a.size - b.size)
  if (!rarest) return []
  const candidates: Candidate[] = []
  for (const entry of rarest.keys()) {
    if (!rest.every((places) => places.has(entry))) continue
    const places = terms.flatMap((term) => term.get(entry) ?? [])
    candidates.push({ entry, score: score(places), places })
  }
  return candidates.sort((a, b) => b.score - a.score || b.entry - a.entry)
}
