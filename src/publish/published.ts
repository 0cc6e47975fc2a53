import { isPublished } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'

/** What a page tells of itself; `src/pages` makes them. */
export interface PublishedPage {
  /** Output path without `.html`: `cases/hangzhou`, `training/index`. */
  path: string
  title: string
  description: string
  section?: string
  /** Kept out of search engines. */
  hidden?: boolean
}

/** One file of the output, by its path below the base. */
export interface PublishedFile {
  path: string
  content: string | Uint8Array
}

/** Entries for other machines: published, and no samples; latest first. */
export function announced(library: Library): Entry[] {
  return library.entries
    .filter((entry) => isPublished(entry) && entry.data.provenance !== 'sample')
    .sort((a, b) => compare(changedOn(b), changedOn(a)) || compare(a.path, b.path))
}

/** The day an entry last changed in a way its editors announce. */
export function changedOn(entry: Entry): string {
  return entry.data.updated ?? entry.data.date
}

/** The entry a page shows, if it shows one. */
export function entryOfPage(
  library: Library,
  page: Pick<PublishedPage, 'path'>,
): Entry | undefined {
  const entry = library.byPath.get(`/${page.path.replace(/\/index$/, '')}`)
  return entry?.url === `/${page.path}.html` ? entry : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
