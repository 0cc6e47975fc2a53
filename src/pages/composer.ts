import { published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { entryLink } from './links.ts'
import type { Link } from './links.ts'
import { packCards } from './packs.ts'
import { homeOf } from './study.ts'

/** What the page where a branch puts its own pack together is given. */
export interface PackView {
  base: string
  home: string
  name: string
  topics: Link[]
  /** Meetings made ready, to start from. */
  packs: Link[]
}

export function packView(library: Library): PackView {
  return {
    base: library.site.base,
    home: homeOf(library),
    name: library.site.name,
    topics: published(library, 'topics').map((topic) => entryLink(library, topic)),
    packs: packCards(library).map(({ href, when, title }) => ({
      href,
      text: `${when}：${title}`,
    })),
  }
}
