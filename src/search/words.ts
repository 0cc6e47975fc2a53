/** The vocabulary of an index, fetched when a query is more than its letters. Browser-safe. */
import type { Index } from './index-files.ts'
import { vocabularyFile } from './manifest.ts'
import { decodeVocabulary, type Vocabulary } from './vocabulary.ts'

const nothing: Vocabulary = { cut: [], words: [], places: [], same: [], near: [] }

/** Without any word when it cannot be read: a query is then cut into pairs. */
export async function readVocabulary(index: Index): Promise<Vocabulary> {
  const { manifest } = index
  if (!manifest.vocabulary) return nothing
  return (await index.read(vocabularyFile(manifest), decodeVocabulary)) ?? nothing
}

/** Words that a query is cut by, and that mending leaves as they are. */
export function wordsOf({ cut, words, same, near, places }: Vocabulary): ReadonlySet<string> {
  return new Set([...cut, ...words, ...places, ...same.flat(), ...near.flat()])
}
