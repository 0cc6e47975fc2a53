import type { Entry, EntryOf, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import { articleOf } from './article.ts'
import type { Article } from './article.ts'
import { citing } from './facts.ts'
import type { Citing } from './facts.ts'
import type { Link } from './links.ts'

export interface PageView extends Article {
  crumbs: Link[]
  short: string
  summary: string
}

export function pageView(library: Library, entry: EntryOf<'pages'>): PageView {
  return {
    ...articleOf(library, entry),
    crumbs: [],
    short: entry.data.short ?? entry.data.title,
    summary: entry.data.summary,
  }
}

export interface WithdrawnView {
  crumbs: Link[]
  title: string
  kind: string
  corrections: Article['corrections']
  sources: Citing[]
}

/** What stands at the address of an entry that was withdrawn. */
export function withdrawnView(library: Library, entry: Entry): WithdrawnView {
  return {
    crumbs: [],
    title: entry.data.title,
    kind: collections[entry.collection].label,
    corrections: articleOf(library, entry).corrections,
    sources: entry.data.sources.flatMap((id) => {
      const record = library.sources.get(id)
      return record ? citing(record.data) : []
    }),
  }
}
