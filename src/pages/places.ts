import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { provinceOf, provinces } from '../model/regions.ts'
import { shortPlace, tiles } from '../model/tile-map.ts'
import { yearSpan } from './case-years.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

type Case = EntryOf<'cases'>

/** How dark a tile is: 1 for one or two cases, 2 for three to five, 3 for more. */
type TileLevel = 0 | 1 | 2 | 3

export interface PlaceTile {
  name: string
  letter: string
  column: number
  row: number
  level: TileLevel
  count: number
  href?: string
}

interface PlaceRow extends Link {
  count: number
  /** 2015—2024, or 未写明. */
  years: string
  /** Organisations that its cases are of. */
  organizations: number
}

export interface PlacesView {
  crumbs: Link[]
  lead: string
  tiles: PlaceTile[]
  /** The most cases first, the whole country last. */
  rows: PlaceRow[]
  /** Province-level units without a case. */
  without: number
  submit?: Link
}

/** The tiles, and in how many provinces and how many of the whole country there are cases. */
export interface PlacesMap {
  tiles: PlaceTile[]
  cases: number
  places: number
  national: number
}

/** The cases by province: a map of equal tiles, and the same as a table. */
export function placesView(library: Library): PlacesView {
  const cases = published(library, 'cases')
  const byProvince = casesByProvince(cases)
  const map = mapOf(library)
  return {
    crumbs: [sectionLink(library, '案例')],
    lead: [
      `${map.cases}篇案例，分在${map.places}个省级地区`,
      map.national > 0 ? `；另有${map.national}篇写全国` : '',
      '。格子按大致方位排列，不是地图。',
    ].join(''),
    tiles: map.tiles,
    rows: [...byProvince]
      .sort(([a, some], [b, others]) => orderOf(a) - orderOf(b) || others.length - some.length)
      .map(([province, own]) => rowOf(library, province, own)),
    without: tiles.length - map.places,
    ...submitOf(library),
  }
}

export function mapOf(library: Library): PlacesMap {
  const cases = published(library, 'cases')
  const byProvince = casesByProvince(cases)
  return {
    tiles: tiles.map(({ province, ...tile }) => {
      const count = byProvince.get(province)?.length ?? 0
      const place = count > 0 ? { href: listOf(library, province) } : {}
      return { ...tile, count, level: levelOf(count), ...place }
    }),
    cases: cases.length,
    places: [...byProvince.keys()].filter((province) => province !== '全国').length,
    national: byProvince.get('全国')?.length ?? 0,
  }
}

/** Each case under every province it is of. */
function casesByProvince(cases: readonly Case[]): Map<string, Case[]> {
  const byProvince = new Map<string, Case[]>()
  for (const entry of cases)
    for (const province of new Set(entry.data.regions.map(provinceOf)))
      byProvince.set(province, [...(byProvince.get(province) ?? []), entry])
  return byProvince
}

/** The whole country stands below its parts. */
function orderOf(province: string): number {
  return province === '全国' ? 1 : 0
}

function levelOf(count: number): TileLevel {
  if (count === 0) return 0
  if (count <= 2) return 1
  return count <= 5 ? 2 : 3
}

function listOf(library: Library, province: string): string {
  return href(library, `/cases/region/${provinces[province] ?? ''}.html`)
}

function rowOf(library: Library, province: string, cases: readonly Case[]): PlaceRow {
  return {
    href: listOf(library, province),
    text: shortPlace(province),
    count: cases.length,
    years: yearSpan(library, cases),
    organizations: new Set(cases.map(({ data }) => data.unit)).size,
  }
}

function submitOf(library: Library): { submit?: Link } {
  const page = entryAt(library, '/pages/feedback')
  return page ? { submit: { href: href(library, page.url), text: '推荐一篇' } } : {}
}
