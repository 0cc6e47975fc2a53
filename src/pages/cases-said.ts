import type { Library } from '../content/library.ts'
import { provinceOf } from '../model/regions.ts'
import { sourceYear } from './case-years.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { ofThemSaid } from './facets.ts'
import { counted } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'

/** What some cases are, in numbers of their own: `10篇，来源2015年至2024年，3个省级地区，7家组织。` Nothing of none. The year of those of one year is said before. */
export function casesSaid(cases: readonly ListedCase[], of?: 'one year'): string {
  if (cases.length === 0) return ''
  const years = cases.flatMap((one) => sourceYear(one) ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const provinces = new Set(cases.flatMap(({ data }) => data.regions.map(provinceOf)))
  provinces.delete('全国')
  const units = new Set(cases.map(({ unit }) => unit))
  return `${[
    `${cases.length}篇${ofThemSaid(counted(cases))}`,
    years.length === 0 || of === 'one year'
      ? ''
      : `来源${first === last ? `${first}年` : `${first}年至${last}年`}`,
    provinces.size > 1 ? `${provinces.size}个省级地区` : '',
    units.size > 1 ? `${units.size}家组织` : '',
  ]
    .filter(Boolean)
    .join('，')}。`
}

/** Other ways to look at cases. */
export function waysToCases(library: Library): Link[] {
  return [
    { href: href(library, '/places.html'), text: '各地案例' },
    { href: href(library, '/measures.html'), text: '举措索引' },
    { href: href(library, '/timeline.html'), text: '年表' },
  ]
}
