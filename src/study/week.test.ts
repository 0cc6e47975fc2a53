import { describe, expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { countsOf, studyWeek, weekWords } from './week.ts'

const east = 480
let made = 0

function act(verb: 'opened' | 'read' | 'watched', page: string, at: string): Activity {
  made += 1
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const kind = page.startsWith('/training') ? 'lesson' : verb === 'watched' ? 'video' : 'case'
  return { id, at, verb, page, kind, title: '测试用' }
}

describe('the week of the record', () => {
  // 2026-11-29 is a Sunday.
  const week = studyWeek(
    [
      act('read', '/cases/a', '2026-11-22T15:00:00.000Z'),
      act('read', '/training/a/b', '2026-11-23T16:00:00.000Z'),
      act('opened', '/cases/b', '2026-11-26T01:00:00.000Z'),
      act('read', '/cases/c', '2026-11-29T01:00:00.000Z'),
      act('watched', '/videos/d', '2026-11-29T02:00:00.000Z'),
      act('read', '/training/a/c', '2026-11-29T16:00:00.000Z'),
    ],
    '2026-11-29',
    east,
  )

  test('begins on Monday and counts by the reader’s own midnight', () => {
    expect(week.map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ])
    expect(week.map(({ active }) => active)).toEqual([false, true, false, true, false, false, true])
    expect(week.map(({ finished }) => countsOf(finished).join(' '))).toEqual([
      '',
      '1课',
      '',
      '',
      '',
      '',
      '1篇 1部',
    ])
  })

  test('is summed up in a sentence, and so is a week in which nothing was finished', () => {
    expect(weekWords(week)).toBe('这一周学了1课，读了1篇，看了1部。')
    expect(weekWords(studyWeek([], '2026-11-29', east))).toBe('这一周还没有学完的。')
  })

  test('what was taken back is not counted', () => {
    const read = act('read', '/cases/a', '2026-11-24T01:00:00.000Z')
    const back = { ...act('read', '/cases/a', '2026-11-24T02:00:00.000Z'), verb: 'unread' as const }
    expect(weekWords(studyWeek([read, back], '2026-11-24', east))).toBe('这一周还没有学完的。')
  })
})
