import { pinyin } from 'pinyin-pro'

/** Where a text almost says a phrase. */
interface NearPhrase {
  phrase: string
  found: string
  from: number
  to: number
}

interface Half {
  phrase: string
  /** The half that stands there as it should, and the one that does not. */
  whole: string
  other: string
  side: 'head' | 'tail'
}

/** Phrases to find by either half, for a slip of one letter leaves the other half whole. */
export interface PhraseFinder {
  pattern: RegExp
  halves: ReadonlyMap<string, readonly Half[]>
}

/** Letters below which one letter more or less makes another word. */
const shortest = 6

/** Of phrases long enough; `undefined` when none is. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder | undefined {
  const halves = new Map<string, Half[]>()
  for (const phrase of phrases) {
    if (!/^\p{sc=Han}+$/u.test(phrase) || phrase.length < shortest) continue
    const middle = Math.ceil(phrase.length / 2)
    const [head, tail] = [phrase.slice(0, middle), phrase.slice(middle)]
    add({ phrase, whole: head, other: tail, side: 'head' })
    add({ phrase, whole: tail, other: head, side: 'tail' })
    // Turned round at the middle, neither half is whole.
    const turned = head.slice(0, -1) + tail.charAt(0) + head.slice(-1) + tail.slice(1)
    add({ phrase, whole: turned, other: '', side: 'head' })
  }
  if (halves.size === 0) return undefined
  const longestFirst = [...halves.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return { pattern: new RegExp(longestFirst.join('|'), 'g'), halves }

  function add(half: Half): void {
    halves.set(half.whole, [...(halves.get(half.whole) ?? []), half])
  }
}

/** Every place where a text misses a phrase by one letter: another, one too many, one too few, two turned round. */
export function* nearPhrases(
  text: string,
  { pattern, halves }: PhraseFinder,
): Generator<NearPhrase> {
  let done = 0
  for (const { 0: whole, index } of text.matchAll(pattern))
    for (const half of halves.get(whole) ?? []) {
      const near = nearOf(text, half, index)
      if (!near || near.from < done) continue
      done = near.to
      yield near
    }
}

function nearOf(text: string, half: Half, index: number): NearPhrase | undefined {
  const { phrase, whole, other, side } = half
  const length =
    side === 'head'
      ? slipLength(text.slice(index + whole.length), other)
      : slipLength(reversed(text.slice(0, index)), reversed(other))
  if (length === undefined) return undefined
  const from = side === 'head' ? index : index - length
  const to = index + whole.length + (side === 'head' ? length : 0)
  return { phrase, found: text.slice(from, to), from, to }
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

/**
 * Letters at the start of a text that are a wording missed by one letter. The letter at the far end
 * may differ only when it sounds alike: 全面从严治军 is another thing, 马克思列宁主意 is not.
 */
function slipLength(text: string, wording: string): number | undefined {
  if (wording === '') return 0
  if (text.startsWith(wording)) return undefined
  const at = firstDifference(text, wording)
  const [there, next] = [text.charAt(at), text.charAt(at + 1)]
  const rest = wording.slice(at + 1)
  const isLast = rest === ''
  if (!isHan(there)) return undefined
  if (text.startsWith(rest, at + 1) && (!isLast || soundAlike(there, wording.charAt(at))))
    return wording.length
  if (text.startsWith(wording.slice(at), at + 1)) return wording.length + 1
  if (isLast) return undefined
  if (text.startsWith(rest, at)) return wording.length - 1
  const turned = there === wording.charAt(at + 1) && next === wording.charAt(at)
  return turned && text.startsWith(wording.slice(at + 2), at + 2) ? wording.length : undefined
}

function firstDifference(text: string, wording: string): number {
  let at = 0
  while (at < wording.length && text[at] === wording[at]) at++
  return at
}

function isHan(letter: string): boolean {
  return /^\p{sc=Han}/u.test(letter)
}

function soundAlike(one: string, other: string): boolean {
  return pinyin(one, { toneType: 'none' }) === pinyin(other, { toneType: 'none' })
}
