import { expect, test } from 'vitest'
import { begunCourses } from './courses.ts'
import type { PageState } from './fold.ts'

const course = (page: string, ...lessons: string[]) => ({
  page,
  title: page,
  lessons: lessons.map((lesson) => ({ page: `${page}/${lesson}` })),
})

function state(page: string, order: string, done = true): PageState {
  const at = `2026-11-${order}T01:00:00.000Z`
  const times = { first: at, last: at, order, settled: done }
  return {
    page,
    title: page,
    kind: 'lesson',
    ...times,
    ...(done ? { done: { at, how: 'read' } } : {}),
  }
}

test('begun courses: those to go on with first, the latest first, each with its next lesson', () => {
  const courses = [
    course('/training/a', 'one', 'two'),
    course('/training/b', 'one'),
    course('/training/c', 'one'),
    course('/training/d', 'one', 'two', 'three'),
  ]
  const pages = [
    state('/training/a/one', '20'),
    state('/training/c/one', '27'),
    state('/training/d/two', '25', false),
    state('/cases/x', '28'),
  ]
  const card = { page: '/training/c/one', title: '', question: 'q', asked: '' }
  const cards = [{ ...card, box: 1, due: '2026-11-28', answered: '2026-11-27' }]
  const begun = begunCourses(courses, pages, cards)
  expect(begun.map(({ page, done, next, wrong }) => [page, done, next?.number, wrong])).toEqual([
    ['/training/d', 0, 2, 0],
    ['/training/a', 1, 2, 0],
    ['/training/c', 1, undefined, 1],
  ])
})
