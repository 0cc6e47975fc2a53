import type { Library } from '../content/library.ts'
import { comparedFilesOf } from './compared-files.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

/** The page on which chosen cases are set side by side; which ones, its address says. */
export interface CompareView {
  crumbs: Link[]
  base: string
  measures: string
  list: string
  /** By the id of a portal that cases were collected from: in how many files they stand. */
  collected?: Record<string, number>
}

export function compareView(library: Library): CompareView {
  const collected = comparedFilesOf(library)
  return {
    crumbs: [sectionLink(library, '案例')],
    base: library.site.base,
    measures: href(library, '/measures.html'),
    list: href(library, '/cases/index.html'),
    ...(Object.keys(collected).length > 0 ? { collected } : {}),
  }
}
