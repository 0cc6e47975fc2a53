import { expect, test } from 'vitest'
import { records } from '../../tests/study/records.ts'
import { activity } from './activity.ts'
import type { Activity } from './activity.ts'
import { readRecord, writeRecord } from './file.ts'
import { inOrder, notesOf, pagesOf } from './fold.ts'
import { mergeRecords } from './merge.ts'
import { laterOf, orderOf, placedAfter } from './order.ts'
import fc from '../../tests/fast-check.ts'

const on = { page: '/cases/a', title: '甲', kind: 'case' } as const
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const lastIn = (activities: readonly Activity[]) =>
  activities.map(orderOf).reduce<string | undefined>(laterOf, undefined)

test('what is done now comes last, whatever the clocks of the record said, and keeps its own moment', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const { activities } = mergeRecords(a, b)
      const now = { ...on, id: id(1), at: '2026-01-05T00:00:00.000Z' }
      const read = placedAfter<Activity>({ ...now, verb: 'read' }, lastIn(activities))
      const unread = placedAfter<Activity>(
        { ...now, id: id(0), verb: 'unread' },
        lastIn([...activities, read]),
      )
      expect(read.at).toBe(now.at)
      expect(activity.safeParse(read).success).toBe(true)
      const all = mergeRecords({ activities: [unread, read, ...activities], places: [] }).activities
      expect(all.slice(-2).map(({ id: one }) => one)).toEqual([read.id, unread.id])
      const state = pagesOf(all).find(({ page }) => page === on.page)
      expect([state?.done, state?.settled]).toEqual([undefined, true])
    }),
  )
})

test('a note edited after the clock was set back is the one that stands, also in another browser', () => {
  const first: Activity = {
    ...on,
    id: id(1),
    at: '2031-01-01T00:00:00.000Z',
    verb: 'noted',
    note: id(9),
    text: '先写的',
  }
  const edited = placedAfter<Activity>(
    { ...first, id: id(2), at: '2026-01-01T00:00:00.000Z', text: '改过的' },
    orderOf(first),
  )
  const file = writeRecord(
    { record: { activities: [edited, first], places: [] }, unreadable: [] },
    '',
  )
  const read = readRecord(file)
  if ('fault' in read) throw new Error(read.fault)
  expect(read.unreadable).toEqual([])
  expect(notesOf(read.record.activities).map(({ text }) => text)).toEqual(['改过的'])
})

test('a clock that is right leaves no trace', () => {
  const now = { at: '2026-01-02T00:00:00.000Z' }
  expect(placedAfter(now, '2026-01-01T23:59:59.999Z')).toBe(now)
  expect(placedAfter(now, undefined)).toBe(now)
  expect(placedAfter(now, now.at)).toEqual({ ...now, after: '2026-01-02T00:00:00.001Z' })
})

test('a moment nothing can follow is set aside with what a release cannot read', () => {
  const late = { ...on, id: id(1), at: '9999-12-31T23:59:59.999Z', verb: 'read' }
  expect(activity.safeParse(late).success).toBe(false)
  expect(activity.safeParse({ ...late, at: '8999-12-31T23:59:59.999Z' }).success).toBe(true)
  expect(placedAfter({ at: '2026-01-01T00:00:00.000Z' }, 'broken')).toEqual({
    at: '2026-01-01T00:00:00.000Z',
  })
})

test('order is total: of two that differ one comes first', () => {
  fc.assert(
    fc.property(records, ({ activities }) => {
      for (const a of activities)
        for (const b of activities) if (a.id !== b.id) expect(inOrder(a, b)).toBe(-inOrder(b, a))
    }),
  )
})
