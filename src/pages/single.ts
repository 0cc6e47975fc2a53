import type { Entry, EntryOf, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import { articleOf } from './article.ts'
import type { Article } from './article.ts'
import { ledgerOf } from './corrections.ts'
import type { LedgerRow } from './corrections.ts'
import { citing } from './facts.ts'
import type { Citing } from './facts.ts'
import type { Link } from './links.ts'
import { wordLink } from './word.ts'

export interface PageView extends Article {
  crumbs: Link[]
  short: string
  summary: string
  /** The page's text as a document to fill in. */
  word?: Link
  /** On the page about corrections: all of them. */
  ledger?: LedgerRow[]
}

/** The page that keeps the list of corrections; the footer leads to it. */
const ledgerPage = 'corrections'

export function pageView(library: Library, entry: EntryOf<'pages'>): PageView {
  const article = articleOf(library, entry)
  const word = wordLink(library, entry)
  const isLedger = entry.slug === ledgerPage
  return {
    ...article,
    ...(isLedger
      ? {
          ledger: ledgerOf(library),
          outline: [...article.outline, { id: 'ledger', text: '更正清单', level: 1 }],
        }
      : {}),
    ...(word ? { word } : {}),
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
