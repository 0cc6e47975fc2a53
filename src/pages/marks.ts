import type { EntryOf, Library } from '../content/library.ts'
import { provinceOf } from '../model/regions.ts'
import { tileColumns, tileRows, tiles } from '../model/tile-map.ts'

type Organization = EntryOf<'organizations'>
type MarkFrame = 'committee' | 'office' | 'society' | 'alliance' | 'company' | 'community'

/** A seal-like mark of an organisation: a frame by its kind, a character, and ticks for its province. */
export interface Mark {
  frame: MarkFrame
  letter: string
  /** Where the ticks stand in a box of 48: from the left on the lower edge, from the top on the left one. */
  tick?: { x: number; y: number }
  /** It is of the whole country: a rule under the frame stands for ticks. */
  national?: boolean
}

const frames: Record<Organization['data']['kind'], MarkFrame> = {
  行业党委: 'committee',
  网信办: 'office',
  机关: 'office',
  主办机构: 'office',
  协会: 'society',
  联盟: 'alliance',
  企业: 'company',
  社区: 'community',
}

/** The mark of an organisation that a case names. */
export function markOf(library: Library, slug: string): Mark | undefined {
  const entry = library.byPath.get(`/organizations/${slug}`)
  return entry?.collection === 'organizations' ? markOfOrganization(entry) : undefined
}

function markOfOrganization({ data }: Organization): Mark {
  const [region = ''] = data.regions
  const tile = tiles.find(({ province }) => province === provinceOf(region))
  return {
    frame: frames[data.kind],
    letter: letterOf(data.title, region),
    ...(tile ? { tick: tickOf(tile) } : {}),
    ...(region === '全国' ? { national: true } : {}),
  }
}

/** The first character of its smallest place where the name begins with it, 京 for Beijing; else of its name. */
function letterOf(title: string, region: string): string {
  const name = title.replace(/[^\p{Script=Han}]/gu, '')
  if (name.startsWith('北京') && region === '北京市') return '京'
  const smallest = region.split('/').at(-1) ?? ''
  const place = smallest.replace(/[省市区县]$/, '')
  return (place.length > 1 && title.includes(place) ? place : name).slice(0, 1)
}

function tickOf({ column, row }: { column: number; row: number }): { x: number; y: number } {
  const along = (at: number, of: number) => Math.round((8 + ((at - 1) * 32) / (of - 1)) * 10) / 10
  return { x: along(column, tileColumns), y: along(row, tileRows) }
}
