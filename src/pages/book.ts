import { isPublished } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { href } from './links.ts'
import { deckPath } from './deck.ts'
import { homeOf } from './study.ts'

/** What becomes an electronic book: a course, a topic or a pack, as the island reads it. */
export interface BookPlan {
  title: string
  summary: string
  /** Address of the page below the base, and its last part. */
  address: string
  slug: string
  /** The latest day on which one of its texts changed. */
  updated: string
  /** Paths of the pages that are its chapters, in their order: `/cases/hangzhou`. */
  pages: string[]
  /** Of a pack: the page with its slides, base included. */
  slides?: string
  base: string
  home: string
  name: string
}

/** A book of more pages would take a phone minutes to fetch. */
const mostPages = 60
/** Collections whose pages hold a text to read. */
const readable = new Set(['cases', 'lessons', 'people', 'videos'])

type Collected = EntryOf<'courses'> | EntryOf<'topics'> | EntryOf<'packs'>

/** Of the entries at these paths; undefined when none of them has a page to read. */
export function bookOf(
  library: Library,
  entry: Collected,
  paths: readonly string[],
): BookPlan | undefined {
  const chapters = paths
    .flatMap((path) => library.byPath.get(path) ?? [])
    .filter((one) => isPublished(one) && readable.has(one.collection))
  if (chapters.length === 0) return undefined
  const { base, name } = library.site
  const page = entry.path.slice(1)
  const address = entry.collection === 'courses' ? `${page}/index.html` : `${page}.html`
  return {
    ...{ title: entry.data.title, summary: entry.data.summary, address, slug: entry.slug },
    updated: [entry, ...chapters]
      .map(({ data }) => data.updated ?? data.date)
      .reduce((latest, day) => (day > latest ? day : latest)),
    pages: [...new Set(chapters.map(({ path }) => path))].slice(0, mostPages),
    ...(entry.collection === 'packs' ? { slides: href(library, `/${deckPath(entry)}.html`) } : {}),
    ...{ base, home: homeOf(library), name },
  }
}
