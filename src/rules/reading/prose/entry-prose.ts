import { bodyPassages } from './body-passages.ts'
import { fieldPassages } from './field-passages.ts'
import type { Entry } from '../../../content/library.ts'
import type { ProsePassage } from './passage.ts'

/**
 * Everything a reader reads of an entry, in file order: fields of the front matter, then the body
 * block by block. `protectedWords` are the names that no rule may touch.
 */
export function proseOf(entry: Entry, protectedWords: readonly string[]): ProsePassage[] {
  return [...fieldPassages(entry, protectedWords), ...bodyPassages(entry, protectedWords)]
}
