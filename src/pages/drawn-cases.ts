import { published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { provinces } from '../model/regions.ts'
import { shortPlace } from '../model/tile-map.ts'
import { sourceYear } from './case-years.ts'
import type { Link } from './links.ts'
import type { ListedCase } from './listed-case.ts'
import { casesByProvince, listOf, mapOf, provincesInOrder } from './places.ts'
import type { PlacesMap } from './places.ts'
import { yearDrawing } from './year-drawing.ts'
import type { YearDrawing } from './year-drawing.ts'

/** Where and when some cases are, drawn. */
export interface DrawnCases {
  map: PlacesMap
  years?: YearDrawing
}

/** The cases of a province, in a table that the tiles of the map lead into. */
interface ProvinceRow {
  /** Of the row on its page: `place-zhejiang`. */
  id: string
  name: string
  cases: (Link & { year: string })[]
}

export interface DrawnTopic extends DrawnCases {
  rows: ProvinceRow[]
}

/** Of the portal: a place leads to the list of its cases, and every organisation stands in its year. */
export function drawnCases(library: Library, cases: readonly ListedCase[]): { drawn: DrawnCases } {
  const years = yearDrawing(cases, published(library, 'organizations'))
  const map = mapOf(cases, (province) => listOf(library, province))
  return { drawn: { map, ...(years ? { years } : {}) } }
}

/** Of a topic, whose cases are few: a place leads to them. Undefined where all are of one place. */
export function drawnTopic(library: Library, cases: readonly ListedCase[]): DrawnTopic | undefined {
  const map = mapOf(cases, (province) => `#${idOf(province)}`)
  if (map.places < 2) return undefined
  const units = new Set(cases.map(({ entry }) => entry?.data.unit))
  const years = yearDrawing(
    cases,
    published(library, 'organizations').filter(({ slug }) => units.has(slug)),
  )
  return {
    map,
    ...(years ? { years } : {}),
    rows: provincesInOrder(casesByProvince(cases)).map(([province, own]) => ({
      id: idOf(province),
      name: shortPlace(province),
      cases: own.map(linkOf),
    })),
  }
}

function idOf(province: string): string {
  return `place-${provinces[province] ?? ''}`
}

function linkOf(one: ListedCase): Link & { year: string } {
  const year = sourceYear(one)
  return {
    href: one.href ?? '',
    text: one.data.short ?? one.data.title,
    year: year === undefined ? '未写明年份' : `${year}年`,
  }
}
