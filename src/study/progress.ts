import type { Activity, PageKind } from './activity.ts'
import type { PageState } from './fold.ts'
import { inOrder } from './fold.ts'

/** What a page is called that the reader is through with. */
export const doneWords: Readonly<Record<PageKind, string>> = {
  case: '已读',
  video: '已看',
  course: '已学',
  lesson: '已学',
  topic: '已读',
}

/** What a page says of when it counts as done, by itself. */
export function doneWhen({ kind, tested }: { kind: PageKind; tested?: boolean }): string {
  if (kind === 'video') return `看完会记为${doneWords[kind]}`
  return `${tested ? '读完、做完自测' : '读完'}会记为${doneWords[kind]}`
}

/** `here`: begun and to go on with; `next`: to go on with, not begun. */
export type Standing = 'done' | 'here' | 'next' | 'ahead'

export interface Progress {
  /** One a lesson, in their order. */
  standings: Standing[]
  done: number
  /** The lesson to go on with; undefined when all are done. */
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
  const latest = known.reduce(
    (best, state, index) => (state && state.order > (known[best]?.order ?? '') ? index : best),
    -1,
  )
  const order = pages.map((_, index) => (Math.max(latest, 0) + index) % Math.max(1, pages.length))
  const later = order.filter((index) => index >= latest)
  const next = later.find(isOpen) ?? order.find(isOpen)
  return {
    standings: pages.map((_, index) =>
      !isOpen(index)
        ? 'done'
        : index !== next || latest < 0
          ? 'ahead'
          : known[index]
            ? 'here'
            : 'next',
    ),
    done: pages.filter((_, index) => !isOpen(index)).length,
    ...(next === undefined ? {} : { next }),
    started: latest >= 0,
  }
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
