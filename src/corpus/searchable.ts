import type { SearchDocument } from '../search/build.ts'

/** What a reader may look for, before its text is asked for. Build time. */
export interface Searchable {
  id: string
  /** Names all that the document is made of. */
  of: string
  document: () => SearchDocument
}
