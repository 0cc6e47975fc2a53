/** Texts as sections of search documents. Build time. */
import type { Measure } from '../model/cases.ts'
import type { SearchSection } from '../search/build.ts'

/** A section for each text that there is. */
export const text = (field: SearchSection['field'], words: string[]): SearchSection[] =>
  words.filter(Boolean).map((word) => ({ field, text: word }))

/** What a case says beside its summary and text: each measure under the word readers look for it by. */
export function caseWords({ keys, measures }: { keys: string[]; measures: Measure[] }): string[] {
  return [...keys, ...measures.map(({ name, text }) => `${name}：${text}`)]
}
