import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { writeCalendar } from './calendar.ts'
import type { CalendarOptions } from './calendar.ts'
import { weekdayOfMonth } from './day.ts'
import type { Meeting } from './meeting.ts'

const stamp = new Date('2026-11-30T09:00:00Z')
const titleOf: CalendarOptions['titleOf'] = ({ title, kind }) => title || kind

/** The events as another program reads them. */
function eventsOf(meetings: Meeting[], options: Partial<CalendarOptions> = {}) {
  const text = writeCalendar(meetings, { stamp, titleOf, ...options })
  const lines = text.split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
}

test('a meeting on a day at an hour, with its agenda', () => {
  const [event] = eventsOf([meetingOf(1, { start: '15:00' })])
  expect(event?.startDate.toString()).toBe('2026-12-04T15:00:00')
  expect(event?.endDate.toString()).toBe('2026-12-04T15:31:00')
  expect(event?.startDate.zone.tzid).toBe('floating')
  expect(event?.summary).toBe('党员大会：测试会议1')
  expect(event?.description.split('\n')).toEqual([
    '0:00 签到：请在签到表上签名（3分钟）',
    '0:03 学习（12分钟）',
    '0:15 讨论：三个问题（16分钟）',
  ])
})

test('without an hour it takes the day; without a day it is left out', () => {
  const undated = meetingOf(2)
  delete undated.day
  const events = eventsOf([meetingOf(1), undated])
  expect(events).toHaveLength(1)
  expect(events[0]?.startDate.isDate).toBe(true)
  expect(events[0]?.startDate.toString()).toBe('2026-12-04')
})

test('every month on the first Friday, or on the same date', () => {
  const days = (on: 'date' | 'weekday') => {
    const [event] = eventsOf([meetingOf(1, { start: '15:00' })], { monthly: { on, times: 3 } })
    const found: string[] = []
    const next = event?.iterator()
    for (let day = next?.next(); day; day = next?.next()) found.push(day.toString())
    return found
  }
  expect(days('weekday')).toEqual([
    '2026-12-04T15:00:00',
    '2027-01-01T15:00:00',
    '2027-02-05T15:00:00',
  ])
  expect(days('date')).toEqual([
    '2026-12-04T15:00:00',
    '2027-01-04T15:00:00',
    '2027-02-04T15:00:00',
  ])
  expect(['2026-12-11', '2026-12-31'].map(weekdayOfMonth)).toEqual([
    '第二个星期五',
    '最后一个星期四',
  ])
})

test('made again after a change it is the same event, later', () => {
  const [first] = eventsOf([meetingOf(1)])
  const [second] = eventsOf([meetingOf(1, { at: '2026-12-01T00:00:00.000Z' })])
  expect(second?.uid).toBe(first?.uid)
  expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Infinity)
})
