import type { Activity, PagePlace, StudyRecord } from './activity.ts'
import { inOrder } from './fold.ts'
import { orderOf } from './order.ts'

/**
 * Two records as one. The order in which devices meet, and how often, makes no difference: it is a
 * union, tidied by rules that look at the whole only.
 */
export function mergeRecords(...records: readonly StudyRecord[]): StudyRecord {
  return tidy({
    activities: records.flatMap(({ activities }) => activities),
    places: records.flatMap(({ places }) => places),
  })
}

/** A record without what says nothing: second copies, overwritten words, words of removed notes. */
export function tidy({ activities, places }: StudyRecord): StudyRecord {
  const unique = [...group(activities, ({ id }) => id).values()].map((same) =>
    last(same, byContent),
  )
  const removed = new Set(unique.flatMap((one) => (one.verb === 'unnoted' ? one.note : [])))
  const kept = [...group(unique, sense).values()].flatMap((same) => {
    const [one] = same
    if (one?.verb === 'opened') return last(same, (a, b) => -inOrder(a, b))
    if (one?.verb === 'noted') return removed.has(one.note) ? [] : last(same, inOrder)
    return same
  })
  return {
    activities: kept.sort(inOrder),
    places: [...group(places, ({ page }) => page).values()]
      .map((same) => last(same, laterPlace))
      .sort((a, b) => (a.page < b.page ? -1 : 1)),
  }
}

/** Activities that say the same: a page opened on one day, the versions of one note. */
function sense(one: Activity): string {
  if (one.verb === 'opened') return `opened ${one.page} ${one.at.slice(0, 10)}`
  if (one.verb === 'noted') return `noted ${one.note}`
  return one.id
}

function laterPlace(a: PagePlace, b: PagePlace): number {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left === right ? byContent(a, b) : left < right ? -1 : 1
}

/** An order for things that differ although they should not. */
function byContent(a: object, b: object): number {
  const [left, right] = [a, b].map((one) =>
    JSON.stringify(Object.entries(one).sort((x, y) => (x[0] < y[0] ? -1 : 1))),
  )
  return left === right ? 0 : String(left) < String(right) ? -1 : 1
}

function group<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of list) {
    const known = groups.get(keyOf(item))
    if (known) known.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function last<T>(list: readonly [T, ...T[]], order: (a: T, b: T) => number): T {
  return list.reduce((a, b) => (order(a, b) < 0 ? b : a))
}
