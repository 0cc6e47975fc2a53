import type { IDBPObjectStore } from 'idb'
import type { Activity } from '../../../src/study/activity.ts'
import { endOfTime, orderOf } from '../../../src/study/order.ts'
import type { StudySchema } from './database.ts'

type Activities = IDBPObjectStore<
  StudySchema,
  ('activities' | 'places')[],
  'activities',
  IDBTransactionMode
>

/**
 * What was done last, of all or of those that fit. Its place in the order is a moment or what a moment was
 * moved after, so it is the later of the last ones by either; a database of another release has one of them.
 */
export async function lastOf(
  store: Activities,
  fits: (one: Activity) => boolean = () => true,
): Promise<Activity | undefined> {
  const names = (['at', 'after'] as const).filter((name) => store.indexNames.contains(name))
  const found = await Promise.all(
    names.map(async (name) => {
      const range = IDBKeyRange.upperBound(endOfTime)
      let row = await store.index(name).openCursor(range, 'prev')
      while (row && !fits(row.value)) row = await row.continue()
      return row?.value
    }),
  )
  const [first, second] = found.flatMap((one) => one ?? [])
  return second && (!first || orderOf(second) > orderOf(first)) ? second : first
}
