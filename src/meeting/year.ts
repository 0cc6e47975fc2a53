import type { Meeting } from './meeting.ts'
import type { MeetingForm } from './forms.ts'

/** How often, as an article of the regulations states it; it is cited, and its “一般” copied. */
export interface YearRule {
  form: MeetingForm
  /** What it is held against; absent where the articles read give no number: then it is counted only. */
  every?: 'month' | 'quarter' | 'year'
  /** `一般每季度开一次`. */
  words: string
  cite?: { text: string; href: string }
}

export interface YearCell {
  /** Its number among the months or quarters, from 1. */
  period: number
  /** `none`: over, with no record, which does not mean that there was no meeting. `open`: not over yet. */
  state: 'held' | 'planned' | 'none' | 'open'
  /** Days of its meetings, `YYYY-MM-DD`. */
  days: string[]
}

export interface YearRow extends YearRule {
  cells: YearCell[]
  /** `10次，8月没有记录，另排1次`. */
  summary: string
}

const names = {
  month: (period: number) => `${period}月`,
  quarter: (period: number) => `${'零一二三四'[period] ?? ''}季度`,
  year: () => '全年',
}

/** The meetings of a year, form by form, beside what the rules say of each. `today` is `YYYY-MM-DD`. */
export function yearRows(
  rules: readonly YearRule[],
  meetings: readonly Meeting[],
  { year, today }: { year: number; today: string },
): YearRow[] {
  return rules.map((rule) => {
    const own = meetingsOfYear(meetings, year).filter(({ forms }) => forms.includes(rule.form))
    const months = rule.every === 'quarter' ? 3 : rule.every === 'year' ? 12 : 1
    const cells = Array.from({ length: 12 / months }, (_, index) =>
      cellOf(own, { rule, year, today, period: index + 1, months }),
    )
    return { ...rule, cells, summary: summaryOf(rule, own, cells) }
  })
}

/** Meetings with a day of that year, in the order of their days. */
export function meetingsOfYear(meetings: readonly Meeting[], year: number): Meeting[] {
  return meetings
    .filter(({ day }) => day?.startsWith(`${year}-`))
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
}

interface Period {
  rule: YearRule
  year: number
  today: string
  period: number
  months: number
}

function cellOf(own: readonly Meeting[], { rule, year, today, period, months }: Period): YearCell {
  const inside = own.filter(({ day }) => Math.ceil(Number(day?.slice(5, 7)) / months) === period)
  const held = inside.filter((one) => one.held)
  const days = (held.length > 0 ? held : inside).flatMap(({ day }) => day ?? [])
  // Text order is the order in time; no day of a month comes after its 31st.
  const last = `${year}-${String(period * months).padStart(2, '0')}-31`
  const isOver = rule.every !== undefined && last < today
  const state = held.length > 0 ? 'held' : inside.length > 0 ? 'planned' : isOver ? 'none' : 'open'
  return { period, state, days }
}

function summaryOf(rule: YearRule, own: readonly Meeting[], cells: readonly YearCell[]): string {
  const held = own.filter((one) => one.held).length
  const name = names[rule.every ?? 'month']
  const none = spansOf(cells.filter(({ state }) => state === 'none').map(({ period }) => period))
  const missing = none.map(([first, last]) =>
    first === last ? name(first) : `${name(first)}至${name(last)}`,
  )
  const planned = own.length - held
  return [
    held > 0 ? `${held}次` : '',
    missing.length > 0 ? `${missing.join('、')}没有记录` : '',
    planned > 0 ? `${held > 0 ? '另' : ''}排${planned}次` : '',
  ]
    .filter(Boolean)
    .join('，')
}

/** Numbers in their order as runs, each by its first and last. */
function spansOf(numbers: readonly number[]): [first: number, last: number][] {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const span = spans[spans.length - 1]
    if (span && span[1] === number - 1) span[1] = number
    else spans.push([number, number])
  }
  return spans
}
