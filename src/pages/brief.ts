import { shortRegion } from '../model/tile-map.ts'
import type { ListedCase } from './listed-case.ts'

/** A brief in the list below the cases: one line. */
export interface BriefRow {
  id: string
  href?: string
  title: string
  /** Where and when: 广东广州 · 2021年. */
  about: string[]
  /** It leads to another portal. */
  isElsewhere?: true
  tags: Record<string, string[]>
}

export function briefRow({ id, href, data, origin }: ListedCase): Omit<BriefRow, 'tags'> {
  const { title, regions, year } = data
  return {
    id,
    ...(href === undefined ? {} : { href }),
    title,
    about: [
      ...regions.slice(0, 1).map(shortRegion),
      year === undefined ? '未写明年份' : `${year}年`,
      ...(origin ? [`来自：${origin.name}`] : []),
    ],
    ...(origin ? { isElsewhere: true } : {}),
  }
}
