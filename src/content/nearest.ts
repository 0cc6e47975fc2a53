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

/** What was likely meant, or everything that is allowed. */
export function advice(word: string, allowed: readonly string[], prefix = ''): string {
  const guess = nearest(word, allowed)
  if (guess) return `你是不是要写 ${prefix}${guess}？`
  return `可以写：${allowed.map((name) => prefix + name).join('、')}。`
}
