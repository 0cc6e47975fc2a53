import type { EntryOf, Library } from '../content/library.ts'
import { shortRegion } from '../model/tile-map.ts'
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
    about: [
      ...regions.slice(0, 1).map(shortRegion),
      year === undefined ? '未写明年份' : `${year}年`,
    ],
  }
}
