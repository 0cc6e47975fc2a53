import type { PageState } from './fold.ts'
import type { Card } from './leitner.ts'
import { progressOf } from './progress.ts'

interface Course<Lesson extends { page: string }> {
  page: string
  title: string
  lessons: Lesson[]
}

/** A course somebody has begun. */
export interface BegunCourse<Lesson extends { page: string }> extends Course<Lesson> {
  done: number
  /** The lesson to go on with; none when all are done. */
  next?: { lesson: Lesson; number: number }
  /** Questions of it that are to be answered again. */
  wrong: number
}

/** Courses with a lesson that was opened: those to go on with first, each the latest first. */
export function begunCourses<Lesson extends { page: string }>(
  courses: readonly Course<Lesson>[],
  pages: readonly PageState[],
  cards: readonly Card[],
): BegunCourse<Lesson>[] {
  return courses
    .flatMap((course) => {
      const under = pages.filter(({ page }) => page.startsWith(`${course.page}/`))
      const paths = course.lessons.map(({ page }) => page)
      const { done, next, started } = progressOf(paths, under)
      if (!started) return []
      const lesson = next === undefined ? undefined : course.lessons[next]
      const wrong = cards.filter(({ page }) => paths.includes(page)).length
      const order = under.reduce((latest, { order }) => (order > latest ? order : latest), '')
      const begun = {
        ...course,
        ...{ done, wrong },
        ...(lesson ? { next: { lesson, number: (next ?? 0) + 1 } } : {}),
      }
      return { begun, order }
    })
    .sort((a, b) => Number(!a.begun.next) - Number(!b.begun.next) || (a.order < b.order ? 1 : -1))
    .map(({ begun }) => begun)
}
