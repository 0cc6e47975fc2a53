import type { StudyRecord } from '../../../src/study/activity.ts'
import { tidy } from '../../../src/study/merge.ts'
import { rows } from './store.ts'
import type { StudyStore } from './store.ts'

/** Everything as it is stored, rows of a later release or of a broken disk among it. */
export async function everythingIn(
  store: StudyStore,
): Promise<{ activities: unknown[]; places: unknown[] }> {
  const kept = await store.read(async (database) => ({
    activities: await database.getAll('activities'),
    places: await database.getAll('places'),
  }))
  return {
    activities: [...(kept?.activities ?? []), ...store.waiting.activities],
    places: [...(kept?.places ?? []), ...store.waiting.places],
  }
}

/** Merge a record into what is there; false when the browser keeps it for this page only. */
export async function takeInto(store: StudyStore, record: StudyRecord): Promise<boolean> {
  const kept = await store.write(async (database) => {
    const transaction = database.transaction(['activities', 'places'], 'readwrite')
    const activities = transaction.objectStore('activities')
    const places = transaction.objectStore('places')
    const before = { activities: rows(await activities.getAll()), places: await places.getAll() }
    const after = tidy({
      activities: [...before.activities, ...record.activities],
      places: [...before.places, ...record.places],
    })
    const stand = new Set(after.activities.map(({ id }) => id))
    const dropped = before.activities.filter(({ id }) => !stand.has(id))
    await Promise.all([
      ...dropped.map(({ id }) => activities.delete(id)),
      ...after.activities.map((one) => activities.put(one)),
      ...after.places.map((one) => places.put(one)),
      transaction.done,
    ])
  })
  if (!kept)
    store.waiting = tidy({
      activities: [...store.waiting.activities, ...record.activities],
      places: [...store.waiting.places, ...record.places],
    })
  store.announceChange()
  return kept
}

/** Remove everything for good. */
export async function eraseAll(store: StudyStore): Promise<void> {
  store.waiting = { activities: [], places: [] }
  await store.write(async (database) => {
    const transaction = database.transaction(['activities', 'places'], 'readwrite')
    await Promise.all([
      transaction.objectStore('activities').clear(),
      transaction.objectStore('places').clear(),
      transaction.done,
    ])
  })
  store.announceChange()
}
