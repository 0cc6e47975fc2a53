import { expect, test } from 'vitest'
import type { PageState } from './fold.ts'
import { progressOf } from './progress.ts'

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
