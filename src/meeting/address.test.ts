import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { writePackAddress } from '../study/pack.ts'
import { planOf, readMeetingAddress, writeMeetingAddress } from './address.ts'
import type { Meeting } from './meeting.ts'
import fc from '../../tests/fast-check.ts'

const id = meetingOf(9).id
const read = (fragment: string) => readMeetingAddress(fragment, () => id)

test('a link gives the plan, and nothing that was written down', () => {
  const meeting: Meeting = meetingOf(1, {
    start: '15:00',
    from: '/packs/test',
    held: true,
    record: { host: '测试姓名', began: '15:00' },
  })
  const rows = meeting.rows.map((row) => ({ ...row, points: '测试发言', began: '15:00' }))
  const fragment = writeMeetingAddress({ ...meeting, rows })
  expect(read(`#${fragment}`)).toEqual(planOf(meeting))
  expect(JSON.stringify(read(fragment))).not.toMatch(/测试姓名|测试发言|began|held/)
})

test('the plan of an hour with eight rows fits a code read off a screen', () => {
  const rows = Array.from({ length: 8 }, (_, index) => ({
    ...{ id: index + 1, kind: '学习' as const, title: `第${index + 1}项测试内容的名称` },
    ...{ minutes: 5 + index, pages: [`/cases/test-case-${index}`], host: '支部书记' },
  }))
  expect(writeMeetingAddress(meetingOf(1, { rows })).length).toBeLessThan(1000)
})

test('a link cut short or changed is told, wherever', () => {
  const fragment = writeMeetingAddress(meetingOf(1))
  fc.assert(
    fc.property(fc.integer({ min: 8, max: fragment.length - 1 }), (length) => {
      expect(read(fragment.slice(0, length))).toMatchObject({
        fault: expect.stringContaining('不完整'),
      })
    }),
    { numRuns: 30 },
  )
  expect(read('meeting=1234')).toHaveProperty('fault')
})

test('links of the earlier study pack still open', () => {
  const items = [
    { kind: '签到' as const, title: '签名', minutes: 3 },
    { page: '/cases/hangzhou', minutes: 40 },
  ]
  const pack = writePackAddress({ title: '十二月', day: '2026-12-01', items })
  const plan = {
    ...{ id, title: '十二月', day: '2026-12-01', forms: [], wanted: 45 },
    rows: [
      { id: 1, kind: '签到', title: '签名', minutes: 3, pages: [] },
      { id: 2, kind: '学习', title: '', minutes: 40, pages: ['/cases/hangzhou'] },
    ],
  }
  expect(read(`#${pack}`)).toEqual(plan)
  expect(read(`#${pack.replace('pack=', 'start=')}`)).toEqual(plan)
  expect(read(`#${pack.slice(0, -2)}`)).toHaveProperty('fault')
})

test('other fragments are none of its business', () => {
  expect(read('#sum')).toBeUndefined()
  expect(read('')).toBeUndefined()
})
