/**
 * Grams: the units that text and query are looked up by. Browser-safe.
 *
 * Families: `g` pairs of neighbours of which one at least is Han (党建, p用, 0余); `u` single Han
 * characters; `w` whole Latin words, numbers and `@` dates, sharded by their first letters so
 * that a prefix needs one shard; `p` pinyin of titles and names: `wang luo` pairs of syllables
 * and runs of two or three initials.
 */
import { isHan, isWord } from './fold.ts'
import { hashText } from './hash.ts'

export type GramFamily = 'g' | 'u' | 'w' | 'p'

/** Longer words are found by their first letters. */
export const maxWordLength = 24

interface GramVisitor {
  han(code: number): void
  pair(first: number, second: number): void
  word(word: string): void
}

/** Calls the visitor for every gram of a folded text, in order of reading. */
export function visitGrams(text: string, visitor: GramVisitor): void {
  let previous = 0x20
  let wordFrom = -1
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20
    const han = isHan(code)
    const latin = !han && isWord(code)
    if (latin && wordFrom < 0) wordFrom = i
    if (!latin && wordFrom >= 0) {
      visitor.word(text.slice(wordFrom, Math.min(i, wordFrom + maxWordLength)))
      wordFrom = -1
    }
    if (han) visitor.han(code)
    if (isWord(code) && isWord(previous) && (han || isHan(previous))) visitor.pair(previous, code)
    previous = code
  }
}

/** The shard of a key among `count`, a power of two. */
export function shardOf(family: GramFamily, key: string, count: number): number {
  return hashText(family === 'w' ? key.slice(0, 2) : key) & (count - 1)
}

/** How a key asks: a word may be whole or the beginning of one. */
export interface GramKey {
  family: GramFamily
  key: string
  prefix?: boolean
}

const pairKey = (run: string, at: number): GramKey => ({ family: 'g', key: run.slice(at, at + 2) })

/** Maximal stretches of one class (Han or not) of a run without separators. */
function stretches(run: string): { from: number; to: number; han: boolean }[] {
  const found: { from: number; to: number; han: boolean }[] = []
  for (let i = 0; i < run.length; i++) {
    const han = isHan(run.charCodeAt(i))
    const last = found.at(-1)
    if (last && last.han === han) last.to = i + 1
    else found.push({ from: i, to: i + 1, han })
  }
  return found
}

/**
 * Keys that every text holding `run` has. `all` gives each pair; otherwise every other pair, enough
 * to touch each Han character: fewer shards to fetch, and the text check drops what slips through.
 */
export function keysOfRun(run: string, all: boolean): GramKey[] {
  const keys: GramKey[] = []
  const parts = stretches(run)
  parts.forEach(({ from, to, han }, index) => {
    if (from > 0) keys.push(pairKey(run, from - 1))
    const last = to - 2
    if (han) {
      for (let at = from; at <= last; at += all ? 1 : 2) keys.push(pairKey(run, at))
      if (!all && last > from && (last - from) % 2) keys.push(pairKey(run, last))
      if (parts.length === 1 && to - from === 1) keys.push({ family: 'u', key: run })
      return
    }
    // A stretch that begins the query may be the end of a longer word: only its border counts.
    if (index === 0 && parts.length > 1) return
    const word = run.slice(from, Math.min(to, from + maxWordLength))
    keys.push({ family: 'w', key: word, prefix: index === parts.length - 1 })
  })
  return keys
}
