import { expect, test } from 'vitest'
import { agendaKinds } from '../model/agenda.ts'
import { minutesOfRows } from './agenda.ts'
import { fixesFor } from './fixes.ts'
import type { MeetingRow } from './meeting.ts'
import fc from '../../tests/fast-check.ts'

const rowsOf = (...rows: [MeetingRow['kind'], number][]): MeetingRow[] =>
  rows.map(([kind, minutes], index) => ({ id: index + 1, kind, minutes, title: '', pages: [] }))
const words = (rows: MeetingRow[], wanted: number, questions = 0) =>
  fixesFor({ rows, wanted }, () => questions).map((fix) => fix.words)

const hour = rowsOf(
  ['签到', 3],
  ['重温誓词', 5],
  ['学习', 12],
  ['观看', 3],
  ['讨论', 16],
  ['学习', 10],
  ['自测', 12],
  ['布置', 4],
)

test('of five minutes over three ways are offered, as in the design', () => {
  expect(words(hour, 60, 8)).toEqual(['去掉重温誓词', '讨论改成11分钟', '自测减到4题'])
})

test('a row that is one of two is named by its place', () => {
  const rows = rowsOf(['签到', 5], ['学习', 20], ['学习', 40])
  expect(words(rows, 60)).toEqual(['第3项学习改成35分钟', '各项都短一点', '想开的改成65分钟'])
})

test('signing in, votes and what is set are never dropped', () => {
  expect(words(rowsOf(['签到', 10], ['表决', 10], ['布置', 10], ['讨论', 40]), 60)[0]).toBe(
    '讨论改成30分钟',
  )
})

test('under time it says what to add', () => {
  expect(words(rowsOf(['签到', 3], ['学习', 30], ['讨论', 22]), 60)).toEqual([
    '讨论加到27分钟',
    '加一项布置，5分钟',
    '加一项重温誓词，5分钟',
  ])
  expect(words(rowsOf(['学习', 20]), 45)).toEqual([
    '加一项讨论，25分钟',
    '学习加到45分钟',
    '想开的改成20分钟',
  ])
})

test('what fits and what is empty is left alone', () => {
  expect(words(rowsOf(['学习', 60]), 60)).toEqual([])
  expect(words([], 60)).toEqual([])
})

test('every way offered ends within the wanted time, and one always exists', () => {
  const row = fc.tuple(fc.constantFrom(...agendaKinds), fc.integer({ min: 1, max: 60 }))
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(45, 60, 90),
      (list, wanted) => {
        const rows = rowsOf(...list)
        const total = minutesOfRows(rows)
        const fixes = fixesFor({ rows, wanted }, () => 8)
        expect(fixes.length > 0).toBe(total !== wanted)
        for (const fix of fixes) {
          const after = minutesOfRows(fix.rows)
          const wish = fix.wanted ?? wanted
          if (fix.words.startsWith('去掉')) expect(after).toBeLessThanOrEqual(wish)
          else expect(after).toBe(wish)
          expect(after - total).toBe(fix.by)
          expect(fix.rows.every(({ minutes }) => minutes > 0)).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})
