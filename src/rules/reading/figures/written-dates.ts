import { numeralValue } from './numeral.ts'

/** A date as far as a text gives it: a year, a month of a year, a day of a month. */
export interface WrittenDate {
  year?: number
  month?: number
  day?: number
  from: number
  to: number
  text: string
  /** The word that makes it the time up to which something is counted: 截至、到. */
  asOf: boolean
}

const digits = '[0-9〇零一二三四五六七八九十]'
const dates = [
  String.raw`(?<asOf>截至|截止到?|到|至)?(?:(?<year>(?<!\d)(?:\d{4}|[〇零一二三四五六七八九]{4}))年(?:(?<month>${digits}{1,3})月(?:(?<day>${digits}{1,3})[日号])?)?|(?<!\d)(?<onlyMonth>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?<onlyDay>${digits}{1,3})[日号])?)`,
  String.raw`(?<!\d)(?<iso>\d{4}-\d{2}(?:-\d{2})?)(?!\d)`,
]
// Most letters begin no date: looking at one spares trying every shape.
const pattern = new RegExp(`(?=[\\d〇零一二三四五六七八九十截到至])(?:${dates.join('|')})`, 'gu')
/** What every date has in it: most texts have none. */
const trace = /[年月]|\d-\d/

/** Every date in a text, in order; a month without a year takes none. */
export function datesIn(text: string): WrittenDate[] {
  if (!trace.test(text)) return []
  return Array.from(text.matchAll(pattern), ({ index, 0: written, groups = {} }) => {
    const from = index + (groups.asOf?.length ?? 0)
    const to = index + written.length
    const place = { from, to, text: text.slice(from, to), asOf: groups.asOf !== undefined }
    if (groups.iso !== undefined) return { ...partsOf(groups.iso), ...place }
    return {
      year: part(groups.year),
      month: part(groups.month ?? groups.onlyMonth),
      day: part(groups.day ?? groups.onlyDay),
      ...place,
    }
  })
}

/** Year, month and day of `2021-06-09`, `2021-06`, `2021` or `06-09`. */
export function partsOf(date: string): Pick<WrittenDate, 'year' | 'month' | 'day'> {
  const [, year, month, day] = /^(?:(\d{4}))?-?(\d{2})?(?:-(\d{2}))?$/.exec(date) ?? []
  return { year: part(year), month: part(month), day: part(day) }
}

/** Years that stand alone, without 年: `2020`. */
export function yearsIn(text: string): { year: number }[] {
  return Array.from(text.matchAll(/(?<!\d)(\d{4})(?!\d)/g), ([year]) => ({ year: Number(year) }))
}

type Parts = Pick<WrittenDate, 'year' | 'month' | 'day'>

/** Whether `known` says all that `said` says: 6月9日 is in 2021年6月9日, not the other way round. */
export function isWithin(said: Parts, known: Parts): boolean {
  return (['year', 'month', 'day'] as const).every(
    (name) => said[name] === undefined || said[name] === known[name],
  )
}

/** A text with its dates, titles and clock times blanked, so that their digits count nothing. */
export function withoutDates(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length)
  const undated = trace.test(text) ? text.replace(pattern, blank) : text
  return undated
    .replace(/《[^《》]{0,200}》/g, blank)
    .replace(/\d{1,2}[:：]\d{2}|\d{4}年?(?=[“《])|[（(]\d{4}(?:[—–-]\d{4})?年?[）)]/g, blank)
}

function part(written: string | undefined): number | undefined {
  return written === undefined ? undefined : numeralValue(written)
}
