import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { Activity, Place } from '../../../src/study/activity.ts'

export interface StudySchema extends DBSchema {
  activities: { key: string; value: Activity; indexes: { page: string; at: string; after: string } }
  places: { key: string; value: Place }
}
export type StudyDatabase = IDBPDatabase<StudySchema>
type Upgrade = IDBPTransaction<StudySchema, ('activities' | 'places')[], 'versionchange'>

export const databaseName = 'chaotou-study'

/**
 * The steps from an empty database to the present one; its version is their number. A step is never
 * changed once released. Promise to older code in another tab or on an older page: `activities` by
 * `id` and `places` by `page` stay, so it may go on adding to them.
 */
const steps: readonly ((database: StudyDatabase, transaction: Upgrade) => unknown)[] = [
  (database) => {
    database.createObjectStore('activities', { keyPath: 'id' }).createIndex('page', 'page')
    database.createObjectStore('places', { keyPath: 'page' })
  },
  // The front page asks for what was done last.
  (_, transaction) => transaction.objectStore('activities').createIndex('at', 'at'),
  // Whoever adds looks for what came last.
  (_, transaction) => transaction.objectStore('activities').createIndex('after', 'after'),
]

/** Opened, upgraded when it is older; rejects when the browser refuses. `newer`: written by a later release. */
export async function openDatabase(
  lost: () => void,
): Promise<{ database: StudyDatabase; newer: boolean }> {
  const whenNeeded = {
    // Another tab wants to upgrade or erase: let go, and open again at the next use.
    blocking: (_now: number, _next: number | null, event: IDBVersionChangeEvent) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      lost()
    },
    terminated: lost,
  }
  try {
    const database = await openDB<StudySchema>(databaseName, steps.length, {
      ...whenNeeded,
      upgrade(upgraded, from, _to, transaction) {
        for (const step of steps.slice(from)) step(upgraded, transaction)
      },
    })
    return { database, newer: false }
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error
    const database = await openDB<StudySchema>(databaseName, undefined, whenNeeded)
    const known = ['activities', 'places'] as const
    if (known.every((store) => database.objectStoreNames.contains(store)))
      return { database, newer: true }
    database.close()
    throw error
  }
}
