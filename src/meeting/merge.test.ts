import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { mergeMeetings } from './merge.ts'

const plan = meetingOf(1)
const later = { ...plan, at: '2026-06-01T00:00:00.000Z', title: '改过的名称' }
const other = meetingOf(2)

test('of two copies the later stands, whichever device comes first', () => {
  expect(mergeMeetings([plan, other], [later])).toEqual([later, other])
  expect(mergeMeetings([later], [other, plan])).toEqual([later, other])
})

test('a clock set back does not undo a change made after', () => {
  const after = { ...plan, at: '2025-01-01T00:00:00.000Z', after: '2026-06-01T00:00:00.001Z' }
  expect(mergeMeetings([later], [after])).toEqual([after])
})

test('a removed meeting is not brought back by an older copy, but by work done on it since', () => {
  const removed = { id: plan.id, at: '2026-05-01T00:00:00.000Z', removed: true as const }
  expect(mergeMeetings([plan], [removed])).toEqual([removed])
  expect(mergeMeetings([removed], [later])).toEqual([later])
})

test('copies that differ in one moment are settled alike on every device', () => {
  const twin = { ...plan, title: '同一时刻的另一份' }
  expect(mergeMeetings([plan], [twin])).toEqual(mergeMeetings([twin], [plan]))
})
