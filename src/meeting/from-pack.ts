import { pageIn, rowKind } from '../study/pack.ts'
import type { Pack } from '../study/pack.ts'
import { minutesOfRows } from './agenda.ts'
import type { MeetingPlan } from './meeting.ts'

/** Lengths of a meeting that are offered. */
export const usualLengths = [45, 60, 90] as const

/** A study pack of earlier releases, from a link or this browser's storage, as a plan. */
export function planOfPack({ title, day, items }: Pack, id: string): MeetingPlan {
  const rows = items.map((item, index) => {
    const page = pageIn(item)
    return {
      id: index + 1,
      kind: rowKind(item),
      title: 'title' in item ? item.title : '',
      minutes: item.minutes,
      pages: page === undefined ? [] : [page],
    }
  })
  const wanted = nearestLength(minutesOfRows(rows))
  return { id, title, forms: [], wanted, rows, ...(day === undefined ? {} : { day }) }
}

/** The usual length that so many minutes come nearest to; an hour for none. */
export function nearestLength(minutes: number): number {
  if (minutes === 0) return 60
  return [...usualLengths].sort((a, b) => Math.abs(a - minutes) - Math.abs(b - minutes))[0] ?? 60
}
