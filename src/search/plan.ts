/** From posting lists to candidate entries in the order they are checked. Browser-safe. */
import { entryOf } from './entries.ts'
import { keysOfPhrase, type Phrase, type Term } from './query.ts'
import { intersect, unite, type Postings } from './postings.ts'
import type { GramKey } from './grams.ts'
import type { Lookup } from './lookup.ts'

export interface Candidate {
  /** The entry's first piece. */
  entry: number
  score: number
  /** For each term, where it may stand. */
  places: Place[]
}

/** The pieces of an entry that may hold a term. */
export interface Place {
  /** Greatest impact. */
  best: number
  pieces: [piece: number, impact: number][]
}

export const keysOfTerms = (terms: Term[], all: boolean): GramKey[] =>
  terms.flatMap((term) => term.phrases.flatMap((phrase) => keysOfPhrase(phrase, all)))

function matchPhrase(phrase: Phrase, lookup: Lookup, all: boolean): Postings {
  const lists = keysOfPhrase(phrase, all).map(lookup)
  return intersect(lists.filter((list) => list !== undefined))
}

/** Pieces that may hold the term: all that do, and some that do not. */
export function matchTerm(term: Term, lookup: Lookup, all: boolean): Postings {
  return unite(term.phrases.map((phrase) => matchPhrase(phrase, lookup, all)))
}

/** A title outweighs a heading, a heading a frequent mention, that a single one. */
const weights = [1, 2, 4, 8]

function byEntry(postings: Postings, continued: ReadonlySet<number>): Map<number, Place> {
  const places = new Map<number, Place>()
  postings.pieces.forEach((piece, i) => {
    const impact = postings.impacts[i] ?? 0
    const entry = entryOf(piece, continued)
    const place = places.get(entry)
    if (!place) places.set(entry, { best: impact, pieces: [[piece, impact]] })
    else {
      place.best = Math.max(place.best, impact)
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
  const sum = places.reduce((total, { best }) => total + (weights[best] ?? 0), 0)
  const [first, ...rest] = places
  const together = first?.pieces.some(([piece]) =>
    rest.every((place) => place.pieces.some(([p]) => p === piece)),
  )
  return sum + (together ? 0.5 : 0)
}

/** Entries with all terms, best first; of equals the more recent, whose id is higher. */
export function planCandidates(matches: Postings[], continued: ReadonlySet<number>): Candidate[] {
  const terms = matches.map((postings) => byEntry(postings, continued))
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
