import { published } from '../content/library.ts'
import type { CitedFact, EntryOf, Library } from '../content/library.ts'
import type { Origin } from '../content/origins.ts'
import type { Source } from '../model/sources.ts'
import { collectedCases } from './collected-case.ts'
import { citable } from './facts.ts'
import { href } from './links.ts'
import { sourceDate } from './source-date.ts'

type Case = EntryOf<'cases'>

/** What lists and tables say of a case. */
type Listing = Pick<
  Case['data'],
  | 'title'
  | 'short'
  | 'summary'
  | 'regions'
  | 'topics'
  | 'series'
  | 'measures'
  | 'keys'
  | 'brief'
  | 'year'
  | 'highlight'
  | 'unstated'
  | 'provenance'
  | 'ai'
  | 'corrections'
>

/** A case as lists, tables, the map and the years show it, whichever portal published it. */
export interface ListedCase {
  collection: 'cases'
  /** What a comparison names it by: `hangzhou`; `city:hangzhou` of the collected portal `city`. */
  id: string
  /** Address of its page; absent where the portal it comes from has none. */
  href?: string
  data: Listing
  /** Who did it: the organisation's title. */
  who: string
  /** Tells organisations apart: the title again, or what the case writes where there is no such one. */
  unit: string
  /** When its latest source came out, as far as it is dated: `2021-09-13`, `2021`. */
  date?: string
  /** What it rests on, the first as the case names it first. */
  sources: () => Source[]
  /** A fact it cites, with the address of the fact in the register of its portal. */
  cited: (fact: string) => (CitedFact & { href?: string }) | undefined
  /** The entry, where it is one of this portal. */
  entry?: Case
  /** The portal it was collected from, where it is not. */
  origin?: Origin
}

/** Every case that lists hold: this portal's own in path order, then those it collected. */
export function listedCases(library: Library): ListedCase[] {
  return [...ownCases(library), ...collectedCases(library)]
}

/** This portal's own, in path order. */
export function ownCases(library: Library): ListedCase[] {
  return published(library, 'cases').map((entry) => ownCase(library, entry))
}

/** How many there are, and how many of them were collected from other portals. */
export function counted(cases: readonly ListedCase[]): { count: number; collected: number } {
  return { count: cases.length, collected: cases.filter(({ origin }) => origin).length }
}

/** One of this portal's own. */
export function ownCase(library: Library, entry: Case): ListedCase {
  const { data, slug, url } = entry
  const who = library.byPath.get(`/organizations/${data.unit}`)?.data.title ?? ''
  const date = sourceDate(library, entry)
  return {
    collection: 'cases',
    id: slug,
    href: href(library, url),
    data,
    who,
    unit: who || data.unit,
    ...(date === undefined ? {} : { date }),
    sources: () => data.sources.flatMap((id) => library.sources.get(id)?.data ?? []),
    cited(id) {
      const cited = citable(library, id)
      return cited && { ...cited, href: href(library, `/data/${cited.source.id}.html#${id}`) }
    },
    entry,
  }
}
