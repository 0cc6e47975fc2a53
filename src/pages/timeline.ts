import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { provinceOf } from '../model/regions.ts'
import { shortPlace } from '../model/tile-map.ts'
import { sourceYear } from './case-years.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

/** An organisation that was founded in a year. */
interface Founding extends Link {
  /** `江苏，11月11日`; the day as far as the source says it. */
  about: string
}

interface TimelineYear {
  /** Undefined for cases whose sources have no date. */
  year?: number
  foundings: Founding[]
  /** Cases whose latest source came out in the year. */
  cases: Link[]
}

export interface TimelineView {
  crumbs: Link[]
  lead: string
  /** Latest first, the undated ones last; years with nothing are left out. */
  years: TimelineYear[]
  places: string
}

/** Organisations by the year they were founded, cases by the year their sources came out. */
export function timelineView(library: Library): TimelineView {
  const cases = byYear(published(library, 'cases'), (entry) => sourceYear(library, entry))
  const founded = byYear(published(library, 'organizations'), ({ data }) =>
    data.founded ? Number(data.founded.slice(0, 4)) : undefined,
  )
  const named = [...founded.keys()].filter((year) => year !== undefined)
  const dated = [...new Set([...named, ...cases.keys()])]
    .filter((year) => year !== undefined)
    .sort((a, b) => b - a)
  const undated = cases.get(undefined) ?? []
  return {
    crumbs: [sectionLink(library, '数读')],
    lead: leadOf(
      dated,
      named.flatMap((year) => founded.get(year) ?? []).length,
      [...cases.values()].flat().length,
    ),
    years: [
      ...dated.map((year) => ({
        year,
        foundings: foundings(library, founded.get(year) ?? []),
        cases: (cases.get(year) ?? []).map((entry) => entryLink(library, entry)),
      })),
      ...(undated.length > 0
        ? [{ foundings: [], cases: undated.map((entry) => entryLink(library, entry)) }]
        : []),
    ],
    places: href(library, '/places.html'),
  }
}

function byYear<One>(
  all: readonly One[],
  yearOf: (one: One) => number | undefined,
): Map<number | undefined, One[]> {
  const years = new Map<number | undefined, One[]>()
  for (const one of all) {
    const year = yearOf(one)
    years.set(year, [...(years.get(year) ?? []), one])
  }
  return years
}

function foundings(library: Library, founded: EntryOf<'organizations'>[]): Founding[] {
  const dayOf = ({ data }: EntryOf<'organizations'>) => data.founded ?? ''
  return [...founded]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
    .map((entry) => ({
      ...entryLink(library, entry),
      about: [
        ...entry.data.regions.slice(0, 1).map((region) => shortPlace(provinceOf(region))),
        chineseDate(dayOf(entry)).replace(/^\d+年/, ''),
      ]
        .filter(Boolean)
        .join('，'),
    }))
}

function leadOf(years: readonly number[], foundings: number, cases: number): string {
  const [last, first] = [years[0], years.at(-1)]
  const span = first === undefined || first === last ? '' : `从${first}年到${last}年：`
  return `${span}${foundings}个写明成立年份的组织，${cases}篇案例的来源年份。先后不代表好坏，也不是全国名单。`
}
