import { expect, test } from 'vitest'
import type { Meeting } from './meeting.ts'
import { heldByRecord, standingWords, withoutDay } from './standing.ts'

const plan: Meeting = {
  id: '6f1d2c3a-0000-4000-8000-000000000001',
  at: '2026-12-04T08:00:00.000Z',
  title: '测试会议',
  forms: ['党员大会'],
  wanted: 60,
  rows: [],
}
const record = { place: '测试地点' }
const today = '2026-12-04'

test('a plan without a day is not dated yet; a record without one lacks it', () => {
  expect([withoutDay(plan), standingWords(plan, today)]).toEqual(['日期未定', '60分钟'])
  const written = { ...plan, record }
  expect([withoutDay(written), standingWords(written, today)]).toEqual([
    '没写日期',
    '有记录，60分钟',
  ])
})

test('a meeting is planned until its day is over, and held when it is said so', () => {
  const dated = (day: string) => standingWords({ ...plan, day }, today)
  expect([dated('2026-12-03'), dated('2026-12-04')]).toEqual(['排过，60分钟', '已排，60分钟'])
  expect(standingWords({ ...plan, held: true }, today)).toBe('开过')
})

test('a record tells that its meeting was held once the day has come, not before', () => {
  const held = (parts: Partial<Meeting>) => heldByRecord({ ...plan, ...parts }, today).held
  expect(held({ record })).toBeUndefined()
  expect(held({ record, day: '2026-12-05' })).toBeUndefined()
  expect(held({ record, day: today })).toBe(true)
  expect(held({ day: today })).toBeUndefined()
})
