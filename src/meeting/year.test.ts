import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import type { MeetingForm } from './forms.ts'
import { yearRows } from './year.ts'
import type { YearRule } from './year.ts'

const monthly: YearRule = { form: '党小组会', every: 'month', words: '一般每月一次' }
const quarterly: YearRule = { form: '党员大会', every: 'quarter', words: '一般每季度开一次' }
const counted: YearRule = { form: '党课', words: '定期' }
const at = { year: 2026, today: '2026-11-30' }

let number = 0
const one = (form: MeetingForm, day: string, held = true) =>
  meetingOf(++number, { forms: [form], day, held })

test('months with a meeting, with a plan, with no record and to come differ', () => {
  const meetings = [one('党小组会', '2026-01-23'), one('党小组会', '2026-12-18', false)]
  const [row] = yearRows([monthly], meetings, at)
  const states = row?.cells.map(({ state }) => state)
  expect(states?.slice(0, 2)).toEqual(['held', 'none'])
  // November is not over on its last day.
  expect(states?.slice(9)).toEqual(['none', 'open', 'planned'])
  expect(row?.summary).toBe('1次，2月至10月没有记录，另排1次')
})

test('quarters take the months they are made of', () => {
  const meetings = [one('党员大会', '2026-03-31'), one('党员大会', '2026-04-01')]
  const [row] = yearRows([quarterly], meetings, at)
  expect(row?.cells).toEqual([
    { period: 1, state: 'held', days: ['2026-03-31'] },
    { period: 2, state: 'held', days: ['2026-04-01'] },
    { period: 3, state: 'none', days: [] },
    { period: 4, state: 'open', days: [] },
  ])
  expect(row?.summary).toBe('2次，三季度没有记录')
})

test('what has no number in the articles read is counted, and never said to be missing', () => {
  const [row] = yearRows([counted], [one('党课', '2026-04-17')], at)
  expect(row?.cells.filter(({ state }) => state === 'none')).toEqual([])
  expect(row?.summary).toBe('1次')
})

test('a meeting of two kinds stands under both; other years and days unset under none', () => {
  const both = meetingOf(90, { forms: ['党员大会', '党课'], day: '2026-05-08', held: true })
  const undated = meetingOf(91, { held: true })
  delete undated.day
  const meetings = [both, { ...both, day: '2025-05-08' }, undated]
  const rows = yearRows([quarterly, counted], meetings, at)
  expect(rows.map(({ summary }) => summary)).toEqual(['1次，一季度、三季度没有记录', '1次'])
})

test('a whole year without a record is not judged before it is over', () => {
  const yearly: YearRule = { form: '组织生活会', every: 'year', words: '每年至少一次' }
  expect(yearRows([yearly], [], at)[0]?.cells).toEqual([{ period: 1, state: 'open', days: [] }])
  expect(yearRows([yearly], [], { year: 2025, today: at.today })[0]?.summary).toBe('全年没有记录')
})
