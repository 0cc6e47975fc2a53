import type { Activity, ActivityOf, PageReference, PagePlace, StudyRecord } from './activity.ts'
import { orderOf } from './order.ts'
import type { Ordered } from './order.ts'

/** What the record says of one page. */
export interface PageState extends PageReference {
  /** First and last time something was done here. */
  first: string
  last: string
  /** Where the last stands in the record's order. */
  order: string
  /** When it was read, watched or passed; absent when that was taken back. */
  done?: { at: string; how: 'read' | 'watched' | 'passed' }
  /** Was done or taken back before, so reaching the end again says nothing new. */
  settled: boolean
  bookmarked?: string
}

export type Note = ActivityOf<'noted'>

/** Earlier first; the id settles a tie, so that every device folds alike. */
export function inOrder(a: Ordered & { id: string }, b: Ordered & { id: string }): number {
  return compare(orderOf(a), orderOf(b)) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The state of every page something was done on, in the order of first visits. */
export function pagesOf(activities: readonly Activity[]): PageState[] {
  const pages = new Map<string, PageState>()
  for (const one of [...activities].sort(inOrder)) {
    const { page, title, kind, at } = one
    const now = { last: at, order: orderOf(one) }
    const before = pages.get(page) ?? { page, title, kind, first: at, ...now, settled: false }
    pages.set(page, step({ ...before, title, ...now }, one))
  }
  return [...pages.values()]
}

function step(state: PageState, { verb, at }: Activity): PageState {
  const { done, bookmarked, ...rest } = state
  switch (verb) {
    case 'read':
    case 'watched':
    case 'passed':
      return { ...state, done: { at: done?.at ?? at, how: verb }, settled: true }
    case 'unread':
      return { ...rest, settled: true, ...(bookmarked ? { bookmarked } : {}) }
    case 'bookmarked':
      return { ...state, bookmarked: at }
    case 'unbookmarked':
      return { ...rest, ...(done ? { done } : {}) }
    default:
      return state
  }
}

/** Notes that stand, by page and place in it. */
export function notesOf(activities: readonly Activity[]): Note[] {
  const notes = new Map<string, Note>()
  const removed = new Set<string>()
  for (const one of [...activities].sort(inOrder)) {
    if (one.verb === 'noted') notes.set(one.note, one)
    if (one.verb === 'unnoted') removed.add(one.note)
  }
  return [...notes.values()]
    .filter(({ note }) => !removed.has(note))
    .sort(
      (a, b) =>
        compare(a.page, b.page) ||
        (a.anchor?.start ?? -1) - (b.anchor?.start ?? -1) ||
        inOrder(a, b),
    )
}

/** The day something was done on, `YYYY-MM-DD`, where the reader's clock is so many minutes east of UTC. */
export function dayOf(at: string, minutesEast: number): string {
  return new Date(Date.parse(at) + minutesEast * 60_000).toISOString().slice(0, 10)
}

/** Pages by place, latest first, for the question where to go on. */
export function latestPlaces({ places }: Pick<StudyRecord, 'places'>): PagePlace[] {
  return [...places].sort((a, b) => compare(orderOf(b), orderOf(a)) || compare(a.page, b.page))
}
