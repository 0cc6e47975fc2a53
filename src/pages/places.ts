import type { Library } from '../content/library.ts'
import { provinceOf, provinces } from '../model/regions.ts'
import { shortPlace, tiles } from '../model/tile-map.ts'
import { yearSpan } from './case-years.ts'
import { ofThemSaid } from './facets.ts'
import { groupBy } from './group.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import { counted, listedCases } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'
import type { PlaceTile, TileLevel } from './place-tiles.ts'
import { sectionLink } from './sections.ts'

interface PlaceRow extends Link {
  count: number
  collected: number
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
  /** What the numbers count. */
  counted: string
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
  const cases = listedCases(library)
  const byProvince = casesByProvince(cases)
  const map = mapOf(cases, (province) => listOf(library, province))
  return {
    crumbs: [sectionLink(library, '案例')],
    lead: [
      `${cases.length}篇案例${ofThemSaid(counted(cases))}，分在${map.places}个省级地区`,
      map.national > 0 ? `；另有${map.national}篇写全国` : '',
      '。格子按大致方位排列，不是地图。',
    ].join(''),
    tiles: map.tiles,
    rows: provincesInOrder(byProvince).map(([province, own]) => rowOf(library, province, own)),
    without: tiles.length - map.places,
    counted: library.collected.length > 0 ? '本站收录的和汇集来的篇数' : '本站收录的篇数',
    ...submitOf(library),
  }
}

/** The map of some cases; a tile that has any leads to the address of its province. */
export function mapOf(
  cases: readonly ListedCase[],
  addressOf: (province: string) => string,
): PlacesMap {
  const byProvince = casesByProvince(cases)
  return {
    tiles: tiles.map(({ province, ...tile }) => {
      const own = counted(byProvince.get(province) ?? [])
      const place = own.count > 0 ? { href: addressOf(province) } : {}
      return { ...tile, ...own, level: levelOf(own.count), ...place }
    }),
    cases: cases.length,
    places: [...byProvince.keys()].filter((province) => province !== '全国').length,
    national: byProvince.get('全国')?.length ?? 0,
  }
}

/** Each case under every province it is of. */
export function casesByProvince(cases: readonly ListedCase[]): Map<string, ListedCase[]> {
  return groupBy(cases, ({ data }) => new Set(data.regions.map(provinceOf)))
}

/** Provinces with their cases, the most cases first, the whole country below its parts. */
export function provincesInOrder(
  byProvince: ReadonlyMap<string, ListedCase[]>,
): [string, ListedCase[]][] {
  const isWhole = (province: string) => Number(province === '全国')
  return [...byProvince].sort(
    ([a, some], [b, others]) => isWhole(a) - isWhole(b) || others.length - some.length,
  )
}

function levelOf(count: number): TileLevel {
  if (count === 0) return 0
  if (count <= 2) return 1
  return count <= 5 ? 2 : 3
}

/** The list of the cases of a province. */
export function listOf(library: Library, province: string): string {
  return href(library, `/cases/region/${provinces[province] ?? ''}.html`)
}

function rowOf(library: Library, province: string, cases: readonly ListedCase[]): PlaceRow {
  return {
    href: listOf(library, province),
    text: shortPlace(province),
    ...counted(cases),
    years: yearSpan(cases),
    organizations: new Set(cases.map(({ unit }) => unit)).size,
  }
}

function submitOf(library: Library): { submit?: Link } {
  const page = entryAt(library, '/pages/feedback')
  return page ? { submit: { href: href(library, page.url), text: '推荐一篇' } } : {}
}
