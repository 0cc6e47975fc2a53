import { each, proseRule } from '../engine/prose-rule.ts'

const month = '(?<month>\\d{1,3})月'
const day = '(?<day>\\d{1,3})[日号]'
const pattern = new RegExp(
  [`(?:(?<year>\\d{4})年)?(?<![\\d.．第])${month}(?:${day})?(?![\\d])`, clock()].join('|'),
  'g',
)

/** A time of day; 24小时 and 25分 alone are lengths, and 9:30 a score as well. */
function clock(): string {
  return '(?<=[上下中]午|晚上|夜间|凌晨|清晨|傍晚)(?<hour>\\d{1,2})(?:时(?!间|代|期)|点(?!钟的|多)|[:：])(?:(?<minute>\\d{2,3})(?:分|(?!\\d)))?'
}

/** Days of a month in the year named; a year not named may be a leap year. */
function daysIn(month: number, year: number | undefined): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}

export const dateExists = proseRule({
  id: 'date-exists',
  summary: '叙述里的日期和钟点都是有的。',
  severity: 'error',
  trace: /\d[月时点:：]/,
  find: each(pattern, ({ 0: found, groups = {} }) => {
    const fault = groups.hour === undefined ? dateFault(groups) : clockFault(groups)
    if (!fault) return undefined
    return { message: `“${found}”${fault}`, hint: '照来源核对，改成真正的日期或时间。' }
  }),
})

type Groups = Partial<Record<string, string>>

function dateFault({ year, month, day }: Groups): string | undefined {
  const number = Number(month)
  if (day === undefined && year === undefined) return undefined
  if (number < 1 || number > 12) return '没有这个月：一年只有12个月。'
  if (day === undefined) return undefined
  const days = daysIn(number, year === undefined ? undefined : Number(year))
  if (Number(day) >= 1 && Number(day) <= days) return undefined
  const when = year === undefined ? `${number}月` : `${year}年${number}月`
  return `没有这一天：${when}只有${days}天。`
}

function clockFault({ hour, minute = '0' }: Groups): string | undefined {
  if (Number(hour) <= 24 && Number(minute) < 60) return undefined
  return Number(hour) > 24 ? '没有这个钟点：一天只有24小时。' : '没有这个钟点：一小时只有60分。'
}
