import { shuffled } from '../../study/question.ts'

/** A question as the portal shows it; its right options travel with it. */
export interface PoolQuestion {
  /** What answers to it are remembered under. */
  key: string
  kind: 'single' | 'multiple' | 'judge'
  question: string
  options: string[]
  right: number[]
  explanation: string
  sources: { href: string; text: string }[]
}

/** What `quiz/index.json` holds: which lessons have how many questions, and in which file. */
export interface PoolIndex {
  courses: PoolCourse[]
}

interface PoolCourse {
  /** Its file is `quiz/courses/<name>.json`. */
  name: string
  title: string
  lessons: PoolLesson[]
}

interface PoolLesson {
  /** As the study record knows it: `/training/admission/the-meeting`. */
  page: string
  title: string
  count: number
}

/** What a course's file holds: the questions of its lessons, by page. */
export type PoolShard = Record<string, PoolQuestion[]>

/** Where a question stands in the pool. */
interface PoolPlace {
  course: string
  page: string
  index: number
}

/** Lessons with questions: those of the pages named, or all. */
export function lessonsIn({ courses }: PoolIndex, pages?: ReadonlySet<string>): PoolLesson[] {
  return courses.flatMap(({ lessons }) => lessons.filter(({ page }) => !pages || pages.has(page)))
}

export function countIn(lessons: readonly PoolLesson[]): number {
  return lessons.reduce((sum, { count }) => sum + count, 0)
}

/**
 * Questions drawn from the pool, none twice; fewer where it has fewer. Lessons take turns, so that a
 * long one does not fill the contest. The same seed draws the same.
 */
export function drawn(
  index: PoolIndex,
  { count, seed, pages }: { count: number; seed: string; pages?: ReadonlySet<string> },
): PoolPlace[] {
  const lessons = index.courses.flatMap(({ name, lessons }) =>
    lessons
      .filter(({ page }) => !pages || pages.has(page))
      .map((lesson) => ({ ...lesson, course: name })),
  )
  const mixed = shuffled(lessons.length, seed).flatMap((place) => lessons[place] ?? [])
  const queues = mixed.map(({ course, page, count }) =>
    shuffled(count, seed + page).map((index) => ({ course, page, index })),
  )
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  const rounds = Array.from({ length: longest }, (_, round) =>
    queues.flatMap((queue) => queue[round] ?? []),
  )
  return rounds.flat().slice(0, count)
}

/** What a contest is played with. */
interface ContestDraw {
  places: PoolPlace[]
  /** So many of them are of the pages named; those after them are spare questions of all lessons. */
  own: number
}

/**
 * Questions for all turns, then spare ones for ties. Where the pages named have no more of them, spare
 * questions come from the other lessons: a tie is decided all the same.
 */
export function drawnWithSpares(
  index: PoolIndex,
  given: { needed: number; spares: number; seed: string; pages?: ReadonlySet<string> },
): ContestDraw {
  const { needed, spares, seed, pages } = given
  const count = needed + spares
  const own = drawn(index, { count, seed, ...(pages ? { pages } : {}) })
  const others = lessonsIn(index).filter(({ page }) => !pages?.has(page))
  const more = drawn(index, {
    ...{ count: pages ? count - own.length : 0, seed },
    pages: new Set(others.map(({ page }) => page)),
  })
  return { places: [...own, ...more], own: own.length }
}

/** The files that hold the questions drawn. */
export function shardsOf(places: readonly PoolPlace[]): string[] {
  return [...new Set(places.map(({ course }) => course))].sort()
}
