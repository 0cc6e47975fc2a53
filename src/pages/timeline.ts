import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { provinceOf } from '../model/regions.ts'
import { shortPlace } from '../model/tile-map.ts'
import { sourceYear } from './case-years.ts'
import { ofThemSaid } from './facets.ts'
import { groupBy } from './group.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { counted, listedCases } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'
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
  /** Cases whose latest source came out in the year; of those of other portals, the first. */
  cases: CaseName[]
  /** Of this portal's own. */
  own: number
  /** `3篇案例`; `3篇案例（本站1篇，汇集2篇）`. */
  count: string
}

/** A case by its title, with the portal it is from where that is another; at the end, where the rest is. */
interface CaseName {
  id: string
  href?: string
  text: string
  isElsewhere?: true
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
  const cases = listedCases(library)
  const byYear = groupBy(cases, (one) => [sourceYear(one)])
  const founded = groupBy(published(library, 'organizations'), ({ data }) => [
    data.founded ? Number(data.founded.slice(0, 4)) : undefined,
  ])
  const named = [...founded.keys()].filter((year) => year !== undefined)
  const dated = [...new Set([...named, ...byYear.keys()])]
    .filter((year) => year !== undefined)
    .sort((a, b) => b - a)
  const undated = byYear.get(undefined) ?? []
  return {
    crumbs: [sectionLink(library, '数读')],
    lead: leadOf(dated, named.flatMap((year) => founded.get(year) ?? []).length, cases),
    years: [
      ...dated.map((year) => ({
        year,
        foundings: foundings(library, founded.get(year) ?? []),
        ...casesOfYear(library, byYear.get(year) ?? []),
      })),
      ...(undated.length > 0 ? [{ foundings: [], ...casesOfYear(library, undated) }] : []),
    ],
    places: href(library, '/places.html'),
  }
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

/** Cases of other portals that a year names; the list of cases has them all. */
const mostCollected = 20

function casesOfYear(
  library: Library,
  cases: readonly ListedCase[],
): Omit<TimelineYear, 'year' | 'foundings'> {
  const own = cases.filter(({ origin }) => !origin)
  const others = cases.filter(({ origin }) => origin)
  const named = [...own, ...others.slice(0, mostCollected)].map(nameOf)
  const more = others.length - mostCollected
  const list = sectionLink(library, '案例')
  const rest = { id: '', href: list.href, text: `另有${more}篇汇集来的，在${list.text}的列表里` }
  return {
    cases: more > 0 ? [...named, rest] : named,
    own: own.length,
    count: cases.length > 0 ? `${cases.length}篇案例${ofThemSaid(counted(cases))}` : '',
  }
}

function nameOf({ id, href, data, origin }: ListedCase): CaseName {
  return {
    id,
    ...(href === undefined ? {} : { href }),
    text: origin ? `${data.title}（来自：${origin.name}）` : data.title,
    ...(origin ? { isElsewhere: true } : {}),
  }
}

function leadOf(years: readonly number[], foundings: number, cases: readonly ListedCase[]): string {
  const [last, first] = [years[0], years.at(-1)]
  const span = first === undefined || first === last ? '' : `从${first}年到${last}年：`
  return `${span}${foundings}个写明成立年份的组织，${cases.length}篇案例${ofThemSaid(counted(cases))}的来源年份。先后不代表好坏，也不是全国名单。`
}
