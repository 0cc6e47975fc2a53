const han = /\p{Script=Han}/u
// Making a segmenter costs more than using one.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const opening = /^[“《（‘「『]/

/** Texts cut so far: a title stands on its own page and in every list that leads to it. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/**
 * Cut display text where a line may break: between words, never inside a site word, a number with
 * its measure word, or before punctuation. Joined together the parts are the text again.
 */
export function segment(text: string, words: readonly string[] = []): readonly string[] {
  const key = [text, ...words].join('\0')
  const before = known.get(key)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const parts = cut(text, words)
  known.set(key, parts)
  return parts
}

function cut(text: string, words: readonly string[]): string[] {
  const parts: string[] = []
  let current = ''
  for (const word of wordsOf(text, words)) {
    if (current !== '' && mayBreak(current, word)) {
      parts.push(current)
      current = ''
    }
    current += word
  }
  if (current !== '') parts.push(current)
  return parts
}

function mayBreak(before: string, after: string): boolean {
  const last = before.at(-1) ?? ''
  if (opening.test(after)) return han.test(last)
  return han.test(last) && han.test(after.charAt(0)) && !/[\d余多约近第]$/.test(before) && !endsInFigure(before)
}

/** A number keeps the word after it: 50余个项目. */
function endsInFigure(text: string): boolean {
  return /\d[\d.,]*[余多万亿]*\p{Script=Han}?$/u.test(text)
}

function* wordsOf(text: string, words: readonly string[]): Generator<string> {
  const kept = words.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length)
  let at = 0
  while (at < text.length) {
    const word = kept.find((candidate) => text.startsWith(candidate, at))
    if (word) {
      yield word
      at += word.length
      continue
    }
    const next = Math.min(...kept.map((candidate) => indexAfter(text, candidate, at)), text.length)
    for (const piece of segmenter.segment(text.slice(at, next))) yield piece.segment
    at = next
  }
}

function indexAfter(text: string, word: string, at: number): number {
  const index = text.indexOf(word, at)
  return index < 0 ? text.length : index
}
