import type { Activity, PageKind } from './activity.ts'
import type { PageState } from './fold.ts'
import { leastMinutes } from './attention.ts'
import { inOrder } from './fold.ts'

/** What a page is called that the reader is through with. */
export const doneWords: Readonly<Record<PageKind, string>> = {
  case: '已读',
  video: '已看',
  person: '已读',
  course: '已学',
  lesson: '已学',
  topic: '已读',
}

/** What is not there yet of what a text takes: the end of it, the time, or its self-test. */
export type MissingRequirement = 'text' | 'time' | 'test'

const lackingWords: Readonly<Record<MissingRequirement, string>> = {
  text: '前面还有没翻到的。',
  time: '读的时间还不够。',
  test: '自测还有没答的题。',
}

/** What a page says of when it counts as done, by itself: all that it takes, after what is lacking. */
export function doneWhen(
  {
    kind,
    minutes,
    film,
    tested,
  }: { kind: PageKind; minutes: number; film?: boolean; tested?: boolean },
  lacking?: MissingRequirement,
): string {
  const takes = film
    ? '影片放过一半以上、放到结尾'
    : `正文翻到末尾、读满约${leastMinutes(minutes)}分钟${tested ? '、自测每题答过' : ''}`
  const first = lacking ? lackingWords[lacking] : ''
  return `${first}${takes}，会记为${doneWords[kind]}，只记在这台设备上。`
}

/** Of a page in a list. `here`: begun and to go on with; `next`: to go on with, not begun; `ahead`: neither. */
export type Standing = 'done' | 'here' | 'next' | 'ahead'

interface Progress {
  /** One a lesson, in their order. */
  standings: Standing[]
  /** How many are done. */
  done: number
  /** Index of the lesson to go on with; undefined when all are done. */
  next?: number
  /** Something was opened or done. */
  started: boolean
}

/**
 * How far a reader is in an ordered list of pages. They go on with the page opened last when it is
 * not done, else with the first after it that is not, else with the first that is not.
 */
export function progressOf(pages: readonly string[], states: readonly PageState[]): Progress {
  const known = pages.map((page) => states.find((state) => state.page === page))
  const isOpen = (index: number) => !known[index]?.done
  /** Index of the page opened last; -1 when none was. */
  const latest = known.reduce(
    (latestIndex, state, index) =>
      state && state.order > (known[latestIndex]?.order ?? '') ? index : latestIndex,
    -1,
  )
  const order = pages.map((_, index) => (Math.max(latest, 0) + index) % Math.max(1, pages.length))
  const later = order.filter((index) => index >= latest)
  const next = later.find(isOpen) ?? order.find(isOpen)
  const standingOf = (index: number): Standing => {
    if (!isOpen(index)) return 'done'
    if (index !== next || latest < 0) return 'ahead'
    return known[index] ? 'here' : 'next'
  }
  return {
    standings: pages.map((_, index) => standingOf(index)),
    done: pages.filter((_, index) => !isOpen(index)).length,
    ...(next === undefined ? {} : { next }),
    started: latest >= 0,
  }
}

/** Begun and not through: worth going back to the place. */
export function isHalfRead({ portion }: { portion: number }): boolean {
  return portion > 0.05 && portion < 0.95
}

/** Every question was answered at least once. */
export function isAttempted(
  questions: readonly string[],
  activities: readonly Activity[],
): boolean {
  const answered = new Set(
    activities.flatMap((one) => (one.verb === 'answered' ? one.question : [])),
  )
  return questions.every((question) => answered.has(question))
}

/** Every question's latest answer is right. */
export function isPassed(questions: readonly string[], activities: readonly Activity[]): boolean {
  const latest = new Map<string, boolean>()
  for (const one of [...activities].sort(inOrder))
    if (one.verb === 'answered') latest.set(one.question, one.correct)
  return questions.length > 0 && questions.every((question) => latest.get(question))
}
