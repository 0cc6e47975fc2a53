import { distance } from 'fastest-levenshtein'

/** The candidate a slip of the keyboard most likely meant: two letters wrong (an exchange of neighbours), or a third. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const wrong = distance(word, candidate)
    if (wrong < least) [best, least] = [candidate, wrong]
  }
  return best
}
