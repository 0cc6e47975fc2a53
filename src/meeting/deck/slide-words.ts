import { segment } from '../../content/segment.ts'

/** A word in quotation marks, such as “三新”: it is read as one. */
const quoted = /“\p{Script=Han}{1,4}”/gu
/** A line may end after one of two characters and more; a single one belongs to what follows. */
const afterQuoted = /.*?\p{Script=Han}{2}”(?=\p{Script=Han})|.+/gsu

/** Text of a slide in the pieces between which a line may break; `words` are those a site keeps whole. */
export function slideWords(text: string, words: readonly string[] = []): string[] {
  const kept = text.match(quoted)
  if (!kept) return [...segment(text, words)]
  return segment(text, [...words, ...kept]).flatMap((part) => part.match(afterQuoted) ?? [])
}
