import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { format, readMeetings, siftMeetings, writeMeetings } from './file.ts'

const exported = '2026-11-30T09:00:00.000Z'

test('what is exported is read again, its record and removed meetings with it', () => {
  const held = meetingOf(1, {
    held: true,
    record: { began: '15:00', ended: '16:01', expected: 18, present: 16, votes: [] },
  })
  const removed = { id: meetingOf(2).id, at: exported, removed: true as const }
  const file = { meetings: [held, removed], unreadable: [{ id: 'of a later release' }] }
  expect(readMeetings(writeMeetings(file, exported))).toEqual(file)
})

test('fields of a later release stay as they are', () => {
  const row = { id: 1, kind: '学习', title: '测试', minutes: 5, pages: [], weather: '晴' }
  const later = { ...meetingOf(1), rows: [row], mood: '好' }
  expect(siftMeetings([later]).meetings).toEqual([later])
})

test.for([
  ['a day there is not', { day: '2026-02-30' }],
  ['a time there is not', { start: '25:00' }],
  ['a page that leads elsewhere', { rows: [{ ...meetingOf(1).rows[0], pages: ['//evil'] }] }],
  ['a kind nobody knows', { rows: [{ ...meetingOf(1).rows[0], kind: '跳舞' }] }],
  ['endless minutes', { wanted: 1e9 }],
])('%s is set aside, never thrown away', ([, parts]) => {
  const broken = { ...meetingOf(1), ...(parts as object) }
  expect(siftMeetings([broken, meetingOf(2)])).toEqual({
    meetings: [meetingOf(2)],
    unreadable: [broken],
  })
})

test('what is no list of meetings is refused in words', () => {
  expect(readMeetings('{}')).toMatchObject({ fault: expect.stringContaining('不是潮头导出的会议') })
  expect(readMeetings(JSON.stringify({ format }))).toMatchObject({
    fault: expect.stringContaining('没有写明版本'),
  })
  expect(readMeetings(JSON.stringify({ format, version: 1 }))).toMatchObject({
    fault: expect.stringContaining('不完整'),
  })
})

test('an older file is brought up to date first', () => {
  const steps = [(file: Record<string, unknown>) => ({ ...file, meetings: [meetingOf(1)] })]
  expect(readMeetings(JSON.stringify({ format, version: 1, list: [] }), steps)).toEqual({
    meetings: [meetingOf(1)],
    unreadable: [],
  })
})
