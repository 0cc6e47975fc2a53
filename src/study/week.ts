import { dayAfter, weekOf } from '../model/weeks.ts'
import type { Activity } from './activity.ts'
import { dayOf, pagesOf } from './fold.ts'
import type { PageState } from './fold.ts'

/** Pages finished, by what finishing them is called: lessons learnt, texts read, films watched. */
interface Finished {
  lessons: number
  texts: number
  films: number
}

/** A day of the record's week, `YYYY-MM-DD`. */
interface StudyDay {
  day: string
  /** Something was done, if only a page opened. */
  active: boolean
  finished: Finished
}

/** The seven days, Monday first, of the week a day is in; `minutesEast` is the reader's offset from UTC. */
export function studyWeek(
  activities: readonly Activity[],
  today: string,
  minutesEast: number,
): StudyDay[] {
  const { monday } = weekOf(today)
  const active = new Set(activities.map(({ at }) => dayOf(at, minutesEast)))
  const pages = pagesOf(activities)
  return Array.from({ length: 7 }, (_, index) => {
    const day = dayAfter(monday, index)
    const finished = finishedOf(
      pages.filter(({ done }) => done && dayOf(done.at, minutesEast) === day),
    )
    return { day, active: active.has(day), finished }
  })
}

function finishedOf(pages: readonly PageState[]): Finished {
  const lessons = pages.filter(({ kind }) => kind === 'lesson').length
  const films = pages.filter(({ kind }) => kind === 'video').length
  return { lessons, films, texts: pages.length - lessons - films }
}

/** `3课`, `1篇`, `1部`: what was finished, a count each; nothing of what was not. */
export function countsOf({ lessons, texts, films }: Finished): string[] {
  return [count(lessons, '课'), count(texts, '篇'), count(films, '部')].flat()
}

/** A sentence on a week: 这一周学了3课，读了1篇。 */
export function weekWords(days: readonly StudyDay[]): string {
  const sum = (of: keyof Finished) => days.reduce((total, day) => total + day.finished[of], 0)
  const parts = [
    ...count(sum('lessons'), '课').map((words) => `学了${words}`),
    ...count(sum('texts'), '篇').map((words) => `读了${words}`),
    ...count(sum('films'), '部').map((words) => `看了${words}`),
  ]
  return parts.length > 0 ? `这一周${parts.join('，')}。` : '这一周还没有学完的。'
}

function count(number: number, unit: string): string[] {
  return number > 0 ? [`${number}${unit}`] : []
}
