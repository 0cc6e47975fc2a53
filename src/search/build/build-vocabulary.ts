/** The vocabulary file: words of titles and names beside those of the lexicon. Build time. */
import { fold, isHan, type FoldTable } from '../format/fold.ts'
import { encodeVocabulary, type Lexicon } from '../format/vocabulary.ts'
import type { DocumentHead } from './segment.ts'

/** More would be kilobytes that few queries use; what is not there is cut into pairs. */
const maxWords = 1000
/** Longer words are names, of which a query has parts. */
const maxWordLength = 4

const isHanWord = (word: string): boolean =>
  word.length > 1 &&
  word.length <= maxWordLength &&
  word.split('').every((char) => isHan(char.charCodeAt(0)))

/** How many titles and names have each word. */
function countWords(heads: Iterable<DocumentHead>, table: FoldTable): Map<string, number> {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const counts = new Map<string, number>()
  for (const { title, tags } of heads) {
    const { text } = fold(`${title}\n${tags}`, table)
    const words = new Set(Array.from(segmenter.segment(text), ({ segment }) => segment))
    for (const word of words) if (isHanWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Words in the order of how many titles have them, the most frequent ones in order of spelling. */
function frequentWords(heads: Iterable<DocumentHead>, table: FoldTable): string[] {
  return [...countWords(heads, table)]
    .sort(([a, m], [b, n]) => n - m || byName(a, b))
    .slice(0, maxWords)
    .map(([word]) => word)
    .sort(byName)
}

const unique = (words: Iterable<string>): string[] => [...new Set(words)].filter(Boolean).sort()

/** The bytes of the vocabulary of an index with these documents. */
export function buildVocabulary(
  heads: readonly DocumentHead[],
  { words, same, near }: Lexicon,
  table: FoldTable,
): Uint8Array {
  const folded = (word: string): string => fold(word, table).text.trim()
  const groups = (list: Lexicon['same']): string[][] =>
    list.map((group) => unique(group.map(folded)))
  return encodeVocabulary({
    cut: frequentWords(heads, table),
    words: unique(words.map(folded)),
    places: unique(heads.flatMap(({ places }) => places.map(folded))),
    same: groups(same),
    near: groups(near),
  })
}
