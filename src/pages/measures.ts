import type { Library } from '../content/library.ts'
import type { Measure } from '../model/cases.ts'
import { asOf, chineseDate } from '../model/dates.ts'
import { numeralOf } from '../model/figures.ts'
import type { Numeral } from '../model/figures.ts'
import { readingOf, readings } from '../model/sources.ts'
import type { Source } from '../model/sources.ts'
import { shortRegion } from '../model/tile-map.ts'
import { sourceYear, yearSpan } from './case-years.ts'
import { ofThemSaid } from './facets.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { counted, listedCases } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'
import { markOf } from './marks.ts'
import type { Mark } from './marks.ts'
import { cutIntoPages, pagerOf, pageSize } from './paging.ts'
import type { Pager } from './paging.ts'
import { sectionLink } from './sections.ts'

/** A case in the table of one measure: who did it where, how, how much, when, and who says so. */
interface MeasureRow {
  id: string
  href?: string
  /** The case by its short name. */
  short: string
  who: string
  mark?: Mark
  where: string
  how: string
  /** The first number that its facts state, with the statement it is of. */
  much?: Numeral & { statement: string }
  when: string
  source?: { href?: string; text: string; reading: string }
  /** The portal it is from, where it is another. */
  from?: string
}

export interface MeasureView {
  crumbs: Link[]
  name: string
  lead: string
  rows: MeasureRow[]
  /** Where chosen rows are set side by side. */
  compare: string
  others: MeasureLink[]
  pager: Pager
}

interface MeasureLink extends Link {
  count: number
  /** Of them, how many were collected from other portals. */
  collected: number
  current?: boolean
}

export interface MeasuresView {
  crumbs: Link[]
  lead: string
  measures: (MeasureLink & { years: string; places: string })[]
  /** What the numbers count. */
  counted: string
}

interface MeasurePage {
  path: string
  title: string
  description: string
  hidden?: true
  view: () => MeasureView
}

/** The index of what cases did, in the order of the portal's list. */
export function measuresView(library: Library): MeasuresView {
  const known = measuresOf(library)
  return {
    crumbs: [casesLink(library)],
    lead: `${known.size}种做法。同一种做法，各地怎么做、做了多少，一张表里对着看。`,
    measures: [...known].map(([name, cases]) => ({
      ...linkTo(library, name, cases),
      years: yearSpan(cases),
      places: placesOf(cases),
    })),
    counted: library.collected.length > 0 ? '本站收录的和汇集来的案例' : '本站收录的案例',
  }
}

/** A page for each measure that a case has, or more where there are many cases. */
export function measurePages(library: Library): MeasurePage[] {
  const known = measuresOf(library)
  const links = [...known].map(([name, cases]) => linkTo(library, name, cases))
  return [...known].flatMap(([name, cases]) => {
    const stem = `cases/measure/${slugOf(library, name)}`
    const lead = leadOf(cases)
    return cutIntoPages(stem, latestFirst(cases), pageSize).map((page) => ({
      path: page.path,
      title: [`举措：${name}`, page.index > 0 ? `第${page.index + 1}页` : '']
        .filter(Boolean)
        .join(' · '),
      description: lead,
      ...(page.items.every(({ origin }) => origin) ? { hidden: true as const } : {}),
      view: () => ({
        crumbs: [casesLink(library), { href: href(library, '/measures.html'), text: '举措索引' }],
        name,
        lead,
        rows: page.items.flatMap((one) => rowOf(library, one, name)),
        compare: href(library, '/compare.html'),
        others: links.map((link) => (link.text === name ? { ...link, current: true } : link)),
        pager: pagerOf(library, stem, page, `已显示全部${cases.length}篇`),
      }),
    }))
  })
}

/** The cases of each measure, in the order of the portal's list. */
function measuresOf(library: Library): Map<string, ListedCase[]> {
  const cases = listedCases(library)
  return new Map(
    library.site.measures.flatMap(({ name }): [string, ListedCase[]][] => {
      const own = cases.filter(({ data }) => data.measures.some((one) => one.name === name))
      return own.length > 0 ? [[name, own]] : []
    }),
  )
}

function casesLink(library: Library): Link {
  return sectionLink(library, '案例')
}

function slugOf(library: Library, name: string): string {
  return library.site.measures.find((one) => one.name === name)?.slug ?? ''
}

function linkTo(library: Library, name: string, cases: readonly ListedCase[]): MeasureLink {
  return {
    href: href(library, `/cases/measure/${slugOf(library, name)}.html`),
    text: name,
    ...counted(cases),
  }
}

function placesOf(cases: readonly ListedCase[]): string {
  const places = [
    ...new Set(cases.flatMap(({ data }) => data.regions.slice(0, 1).map(shortRegion))),
  ]
  const [most, rest] = [places.slice(0, 4), places.length - 4]
  return rest > 0 ? `${most.join('、')}等${places.length}地` : most.join('、')
}

function leadOf(cases: readonly ListedCase[]): string {
  const years = yearSpan(cases)
  const since = years === '未写明' ? '' : `，来源刊发于${years.replace('—', '年至')}年`
  return `${cases.length}篇案例写了这样做${ofThemSaid(counted(cases))}${since}。`
}

function latestFirst(cases: readonly ListedCase[]): ListedCase[] {
  const year = (one: ListedCase) => sourceYear(one) ?? 0
  return [...cases].sort((a, b) => year(b) - year(a))
}

function rowOf(library: Library, one: ListedCase, name: string): MeasureRow | [] {
  const { id, href, data, who, entry, origin } = one
  const measure = data.measures.find((done) => done.name === name)
  if (!measure) return []
  const mark = entry && markOf(library, entry.data.unit)
  return {
    id,
    ...(href === undefined ? {} : { href }),
    short: data.short ?? data.title,
    who: who || data.title,
    ...(mark ? { mark } : {}),
    where: data.regions.map(shortRegion).join('、'),
    how: measure.text,
    ...restsOn(one, measure),
    ...(origin ? { from: origin.name } : {}),
  }
}

/** How much, when and where it is said, of the facts that a measure cites. */
function restsOn(
  one: ListedCase,
  { cites }: Measure,
): Pick<MeasureRow, 'much' | 'when' | 'source'> {
  const cited = cites.flatMap((id) => one.cited(id) ?? [])
  const counted = cited.find(({ fact }) => typeof fact.figure === 'number')
  const first = counted ?? cited[0]
  if (!first) return { when: '' }
  const { fact, source, href } = first
  const numeral = counted ? numeralOf(counted.fact) : undefined
  return {
    ...(numeral ? { much: { ...numeral, statement: fact.statement } } : {}),
    when: asOf(first) ?? publishedIn(source),
    source: {
      ...(href === undefined ? {} : { href }),
      text: source.publisher,
      reading: readings[readingOf(fact, source)],
    },
  }
}

function publishedIn({ published }: Source): string {
  return published ? `${chineseDate(published)}刊发` : '来源未标日期'
}
