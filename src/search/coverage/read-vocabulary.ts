/** The vocabulary of an index, fetched when a query is more than its letters. Browser-safe. */
import type { IndexReader } from '../exact/index-reader.ts'
import { vocabularyFile } from '../format/manifest.ts'
import { decodeVocabulary, type Vocabulary } from '../format/vocabulary.ts'

const emptyVocabulary: Vocabulary = { cut: [], words: [], places: [], same: [], near: [] }

/** Without any word when it cannot be read: a query is then cut into pairs. */
export async function readVocabulary(index: IndexReader): Promise<Vocabulary> {
  const { manifest } = index
  if (!manifest.vocabulary) return emptyVocabulary
  return (await index.read(vocabularyFile(manifest), decodeVocabulary)) ?? emptyVocabulary
}

/** Words that a query is cut by, and that mending leaves as they are. */
export function wordsOf({ cut, words, same, near, places }: Vocabulary): ReadonlySet<string> {
  return new Set([...cut, ...words, ...places, ...same.flat(), ...near.flat()])
}
