import { expect, test } from 'vitest'
import type { PageState } from './fold.ts'
import { doneWhen, progressOf } from './progress.ts'

const pages = ['/t/a', '/t/b', '/t/c']
/** `a✓1`: page a, done, last touched at 1. */
function states(written: string): PageState[] {
  return written
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const at = `2026-01-0${word.slice(-1)}`
      const done = word.includes('✓') ? { done: { at, how: 'read' as const } } : {}
      return {
        page: `/t/${word[0]}`,
        title: '',
        kind: 'lesson',
        first: at,
        last: at,
        order: at,
        settled: false,
        ...done,
      }
    })
}

test.for([
  ['', ['ahead', 'ahead', 'ahead'], 0, false],
  ['a1', ['here', 'ahead', 'ahead'], 0, true],
  ['a✓1', ['done', 'next', 'ahead'], 1, true],
  ['b✓1', ['ahead', 'done', 'next'], 2, true],
  ['c✓1', ['next', 'ahead', 'done'], 0, true],
  ['a1 b✓2', ['ahead', 'done', 'next'], 2, true],
  ['a✓2 b1', ['done', 'here', 'ahead'], 1, true],
  ['a✓1 b✓2 c✓3', ['done', 'done', 'done'], undefined, true],
] as const)('after “%s”', ([written, standings, next, started]) => {
  const progress = progressOf(pages, states(written))
  expect(progress.standings).toEqual(standings)
  expect(progress.next).toBe(next)
  expect(progress.started).toBe(started)
  expect(progress.done).toBe(standings.filter((one) => one === 'done').length)
})

test('a page says all that it takes to be done, and first what is lacking', () => {
  const lesson = { kind: 'lesson', minutes: 10, tested: true } as const
  const takes = '正文翻到末尾、读满约4分钟、自测每题答过，会记为已学，只记在这台设备上。'
  expect(doneWhen(lesson)).toBe(takes)
  expect(doneWhen(lesson, 'time')).toBe(`读的时间还不够。${takes}`)
  expect(doneWhen({ kind: 'case', minutes: 1 })).toBe(
    '正文翻到末尾、读满约1分钟，会记为已读，只记在这台设备上。',
  )
})

test('only of a film that plays here it is said that it must be played', () => {
  const video = { kind: 'video', minutes: 1 } as const
  expect(doneWhen({ ...video, film: true })).toContain('影片放过一半以上')
  expect(doneWhen(video)).toContain('正文翻到末尾')
})
