import { dayOf } from '../../../../src/study/fold.ts'

/** What the lists are narrowed to: pages of a course, days from and to, `YYYY-MM-DD`; empty means all. */
export interface Choice {
  course: string
  from: string
  to: string
}

export function isChosen(
  { page, at }: { page: string; at: string },
  { course, from, to }: Choice,
  minutesEast: number,
): boolean {
  const day = dayOf(at, minutesEast)
  const inCourse = course === '' || page === course || page.startsWith(`${course}/`)
  return inCourse && (from === '' || day >= from) && (to === '' || day <= to)
}
