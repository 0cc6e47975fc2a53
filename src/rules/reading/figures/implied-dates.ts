import type { Source } from '../../../model/sources.ts'
import { numeralValue } from './numeral.ts'
import { partsOf } from './written-dates.ts'

interface Day {
  year?: number
  month?: number
  day?: number
}

const digits = '[0-9一二三四五六七八九十]{1,3}'
const pattern = new RegExp(
  `(?<!年)(?<which>[去今]年)?(?<!\\d)(?<month>${digits})月(?:(?<day>${digits})[日号])?|` +
    `(?<![月\\d])(?<only>\\d{1,2})[日号]|(?<near>[昨今]天|[昨今]日)`,
  'gu',
)

/**
 * The dates a report means by words that leave the year or month out: 6月26日, 去年12月, 8日, 昨天.
 * Each is the last such day that is not after the report's own.
 */
export function impliedDates(words: string, { published }: Pick<Source, 'published'>): Day[] {
  const own = partsOf(published ?? '')
  if (own.year === undefined) return []
  return Array.from(words.matchAll(pattern), ({ groups = {} }) => {
    if (groups.near) return near(own, groups.near.startsWith('昨') ? 1 : 0)
    if (groups.only) return dayOfMonth(own, Number(groups.only))
    const [month, day] = [numeral(groups.month), numeral(groups.day)]
    const isLater = month !== undefined && isAfter(own, month, day)
    return { year: (own.year ?? 0) - (groups.which === '去年' || isLater ? 1 : 0), month, day }
  })
}

function near({ year, month, day }: Day, back: number): Day {
  if (year === undefined || month === undefined || day === undefined) return {}
  return partsOf(new Date(Date.UTC(year, month - 1, day - back)).toISOString().slice(0, 10))
}

/** A day without its month is in the report's month, or in the one before. */
function dayOfMonth({ year, month, day }: Day, only: number): Day {
  if (year === undefined || month === undefined || day === undefined) return {}
  const isLater = only > day
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  return { ...(isLater ? before : { year, month }), day: only }
}

function isAfter(own: Day, month: number, day = 0): boolean {
  if (own.month === undefined) return false
  return month > own.month || (month === own.month && day > (own.day ?? 31))
}

function numeral(written: string | undefined): number | undefined {
  return written === undefined ? undefined : numeralValue(written)
}
