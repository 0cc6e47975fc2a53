const han = /\p{Script=Han}/u
/** Making one costs more than using it. Browsers older than the API break after any character. */
const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined
const opening = '“《（‘「『'
/** These keep the word after them, as a number does. */
const counting = '余多约近第'

/** So long a part may not fit the line of a phone in the largest letters: it is cut before a number too. */
const longPart = 7

/** Texts cut so far, by site words: a title stands on its own page and in every list that leads to it. */
const known = new WeakMap<readonly string[], Map<string, readonly string[]>>()
/** Titles and summaries of a large portal; about a kilobyte each. */
const mostKnown = 50_000
const noWords: readonly string[] = []

/**
 * Cut display text where a line may break: between words, never inside a site word, a number with
 * its measure word, or before punctuation. Joined together the parts are the text again.
 */
export function segment(text: string, words: readonly string[] = noWords): readonly string[] {
  const texts = known.get(words) ?? new Map<string, readonly string[]>()
  const before = texts.get(text)
  if (before) return before
  if (texts.size >= mostKnown) texts.clear()
  const parts = cut(text, words)
  known.set(words, texts.set(text, parts))
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
  const last = before.charAt(before.length - 1)
  const first = after.charAt(0)
  if (!isHan(last)) return false
  if (opening.includes(first)) return true
  if (counting.includes(last) || endsInFigure(before)) return false
  return isHan(first) || (before.length >= longPart && /\d/.test(first))
}

/** A number keeps the word after it: 50余个项目. */
function endsInFigure(text: string): boolean {
  return /\d/.test(text) && /\d[\d.,]*[余多万亿]*\p{Script=Han}?$/u.test(text)
}

function isHan(character: string): boolean {
  // Nearly all that is asked stands in this one block.
  return (character >= '\u4e00' && character <= '\u9fff') || han.test(character)
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
    const run = text.slice(at, next)
    if (segmenter) for (const piece of segmenter.segment(run)) yield piece.segment
    else yield* run.match(/[A-Za-z0-9.]+|[^]/gu) ?? []
    at = next
  }
}

function indexAfter(text: string, word: string, at: number): number {
  const index = text.indexOf(word, at)
  return index < 0 ? text.length : index
}
