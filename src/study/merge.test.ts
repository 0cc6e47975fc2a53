import { expect, test } from 'vitest'
import { records } from '../../tests/study/records.ts'
import type { Activity } from './activity.ts'
import { notesOf, pagesOf } from './fold.ts'
import { cardsOf } from './leitner.ts'
import { mergeRecords, tidy } from './merge.ts'
import fc from '../../tests/fast-check.ts'

const empty = { activities: [], places: [] }

test('it makes no difference which device comes first', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a))
    }),
  )
})

test('it makes no difference how three devices meet, or how often', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      const all = mergeRecords(a, b, c)
      expect(mergeRecords(mergeRecords(a, b), c)).toEqual(all)
      expect(mergeRecords(a, mergeRecords(b, c))).toEqual(all)
      expect(mergeRecords(all, b, all)).toEqual(all)
      expect(mergeRecords(all, empty)).toEqual(all)
    }),
  )
})

test('tidying changes nothing that is derived from the record', () => {
  fc.assert(
    fc.property(records, (record) => {
      const tidied = tidy(record)
      expect(notesOf(tidied.activities)).toEqual(notesOf(record.activities))
      expect(cardsOf(tidied.activities, 480)).toEqual(cardsOf(record.activities, 480))
      const outcome = (activities: Activity[]) =>
        pagesOf(activities)
          .map(({ page, done, bookmarked, settled }) => ({ page, done, bookmarked, settled }))
          .filter(({ done, bookmarked, settled }) => done || bookmarked || settled)
          .sort((a, b) => (a.page < b.page ? -1 : 1))
      expect(outcome(tidied.activities)).toEqual(outcome(record.activities))
    }),
  )
})

const on = { page: '/cases/a', title: '甲', kind: 'case' } as const
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

test('the words of a removed note are gone, on whichever device they come back from', () => {
  const noted: Activity = {
    ...on,
    id: id(1),
    at: '2026-01-01T00:00:00.000Z',
    verb: 'noted',
    note: id(9),
    text: '私事',
  }
  const later: Activity = { ...noted, id: id(2), at: '2026-01-03T00:00:00.000Z', text: '又写' }
  const removed: Activity = {
    ...on,
    id: id(3),
    at: '2026-01-02T00:00:00.000Z',
    verb: 'unnoted',
    note: id(9),
  }
  const merged = mergeRecords(
    { ...empty, activities: [removed] },
    { ...empty, activities: [later, noted] },
  )
  expect(merged.activities).toEqual([removed])
})

test('of one page opened twice a day the first is kept', () => {
  const at = (time: string): Activity => ({
    ...on,
    id: id(time.length + Number(time.slice(-2))),
    at: `2026-01-01T${time}:00.000Z`,
    verb: 'opened',
  })
  const [early, late] = [at('08:01'), at('09:02')]
  expect(tidy({ ...empty, activities: [late, early] }).activities).toEqual([early])
})

test('the later place in a page counts', () => {
  const place = (hour: string, portion: number) => ({
    ...on,
    at: `2026-01-01T${hour}:00:00.000Z`,
    portion,
  })
  const merged = mergeRecords(
    { ...empty, places: [place('09', 0.4)] },
    { ...empty, places: [place('10', 0.2)] },
  )
  expect(merged.places).toEqual([place('10', 0.2)])
})
