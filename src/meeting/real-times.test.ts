import { expect, it } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { newRun } from './deck/run.ts'
import { spanOf, visitsOf, withRealTimes } from './real-times.ts'

const at = (time: string) => new Date(`2026-12-04T${time}:30`).getTime()
const rows = [
  { kind: '签到' as const, title: '', minutes: 3 },
  { kind: '学习' as const, title: '', minutes: 12 },
  { kind: '讨论' as const, title: '', minutes: 16 },
]
const stage = { minutes: 31, rows }
const shown = (visits: [row: number, from: string, to: string][]) => ({
  ...{ ids: [1, 2, 3], stage },
  run: {
    ...newRun(stage, false),
    began: at(visits[0]?.[1] ?? ''),
    visits: visits.map(([row, from, to]) => ({ row, from: at(from), to: at(to) })),
  },
})

it('writes the times of this showing and takes those of an earlier one away', () => {
  const before = meetingOf(1)
  before.rows = before.rows.map((row) => ({ ...row, began: '09:00', ended: '09:01', points: '记' }))
  const showing = shown([
    [0, '15:00', '15:04'],
    [1, '15:04', '15:17'],
  ])
  const after = withRealTimes(before, showing, at('15:17'))
  expect(after.rows.map(({ began, ended, points }) => [began, ended, points])).toEqual([
    ['15:00', '15:04', '记'],
    ['15:04', '15:17', '记'],
    [undefined, undefined, '记'],
  ])
  expect(after.held).toBeUndefined()
})

it('counts a meeting that went through its rows as held, on that day where none was set', () => {
  const undated = meetingOf(1)
  delete undated.day
  const showing = shown([
    [0, '15:00', '15:04'],
    [1, '15:04', '15:17'],
    [2, '15:17', '15:33'],
  ])
  const after = withRealTimes({ ...undated, day: '2026-12-03' }, showing, at('15:33'))
  expect(after).toMatchObject({ held: true, day: '2026-12-03' })
  expect(withRealTimes(undated, showing, at('15:33'))).toMatchObject({
    ...{ held: true, day: '2026-12-04' },
  })
})

it('finds its rows where they have moved, and leaves one that was added alone', () => {
  const before = meetingOf(1)
  before.rows.reverse()
  before.rows.push({ id: 9, kind: '其他', title: '测试', minutes: 1, pages: [] })
  const after = withRealTimes(before, shown([[1, '15:04', '15:17']]), at('15:17'))
  expect(after.rows.map(({ began }) => began)).toEqual([undefined, '15:04', undefined, undefined])
})

it('reads times of day as visits before now, and says from when to when they are', () => {
  const timed = [{ began: '23:50', ended: '23:58' }, {}, { began: '23:58', ended: '00:10' }]
  const visits = visitsOf(timed, new Date('2026-12-05T00:20:00').getTime())
  expect(visits.map(({ row, from, to }) => [row, (to ?? 0) - from])).toEqual([
    [0, 8 * 60_000],
    [2, 12 * 60_000],
  ])
  expect(spanOf(timed)).toEqual({ began: '23:50', ended: '00:10' })
  expect(spanOf([{}])).toBeUndefined()
})
