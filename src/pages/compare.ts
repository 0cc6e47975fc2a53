import type { Library } from '../content/library.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

/** The page on which chosen cases are set side by side; which ones, its address says. */
export interface CompareView {
  crumbs: Link[]
  base: string
  measures: string
}

export function compareView(library: Library): CompareView {
  return {
    crumbs: [sectionLink(library, '案例')],
    base: library.site.base,
    measures: href(library, '/measures.html'),
  }
}
