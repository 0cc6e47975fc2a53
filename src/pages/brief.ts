import type { EntryOf, Library } from '../content/library.ts'
import { provinceOf } from '../model/regions.ts'
import { href } from './links.ts'

/** A brief in the list below the cases: one line. */
export interface BriefRow {
  href: string
  title: string
  /** Where and when: 广东广州 · 2021年. */
  about: string[]
  tags: Record<string, string[]>
}

export function briefRow(library: Library, entry: EntryOf<'cases'>): Omit<BriefRow, 'tags'> {
  const { title, regions, year } = entry.data
  return {
    href: href(library, entry.url),
    title,
    about: [...regions.slice(0, 1).map(placeOf), year === undefined ? '未写明年份' : `${year}年`],
  }
}

/** A province and the place in it, without their ranks: 广东省/广州市/花都区 is 广东广州. */
function placeOf(region: string): string {
  const [, city = ''] = region.split('/')
  return bare(provinceOf(region)) + bare(city)
}

function bare(place: string): string {
  const short = place.replace(/(?:[壮回]族自治区|维吾尔自治区|特别行政区|自治区|省|市|区|盟)$/u, '')
  return short.length < 2 ? place : short
}
