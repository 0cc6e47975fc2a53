import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import type { PoolIndex, PoolShard } from '../meeting/contest/pool.ts'
import { lessonsOf, quizQuestion } from './training.ts'

/** What the page of the contest is given. */
export interface ContestView {
  base: string
}

export function contestView({ site }: Library): ContestView {
  return { base: site.base }
}

/**
 * The questions of the portal as files: an index of lessons, and a file a course. A contest asks for
 * the index and for the courses it draws from, so that a thousand lessons cost no page a byte.
 */
export function* quizPool(library: Library): Generator<{ name: string; text: string }> {
  const courses = published(library, 'courses')
    .map((course) => ({ course, lessons: testedIn(library, course) }))
    .filter(({ lessons }) => lessons.length > 0)
  const index: PoolIndex = {
    courses: courses.map(({ course, lessons }) => ({
      name: course.slug,
      title: course.data.title,
      lessons: lessons.map(({ path, data }) => ({
        ...{ page: path, title: data.short ?? data.title, count: data.quiz.length },
      })),
    })),
  }
  yield { name: 'quiz/index.json', text: JSON.stringify(index) }
  for (const { course, lessons } of courses) {
    const shard: PoolShard = Object.fromEntries(
      lessons.map(({ path, data }) => [
        path,
        data.quiz.map((question) => quizQuestion(library, question, data.shuffle)),
      ]),
    )
    yield { name: `quiz/courses/${course.slug}.json`, text: JSON.stringify(shard) }
  }
}

function testedIn(library: Library, course: EntryOf<'courses'>): EntryOf<'lessons'>[] {
  return lessonsOf(library, course).filter(({ data }) => data.quiz.length > 0)
}
