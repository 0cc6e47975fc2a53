import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'

type Step<Schema extends DBSchema> = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => unknown

/** A database of this portal. */
export interface DatabaseShape<Schema extends DBSchema> {
  name: string
  /** From an empty database to the present one; its version is their number. */
  steps: readonly Step<Schema>[]
  /** Stores that every release keeps as they are. */
  lasting: readonly StoreNames<Schema>[]
}

/** Opened, upgraded when it is older; rejects when the browser refuses. `newer`: written by a later release. */
export async function openDatabase<Schema extends DBSchema>(
  { name, steps, lasting }: DatabaseShape<Schema>,
  lost: () => void,
): Promise<{ database: IDBPDatabase<Schema>; newer: boolean }> {
  const whenNeeded = {
    // Another tab wants to upgrade or erase: let go, and open again at the next use.
    blocking: (_now: number, _next: number | null, event: IDBVersionChangeEvent) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      lost()
    },
    terminated: lost,
  }
  try {
    const database = await openDB<Schema>(name, steps.length, {
      ...whenNeeded,
      upgrade(upgraded, from, _to, transaction) {
        for (const step of steps.slice(from)) step(upgraded, transaction)
      },
    })
    return { database, newer: false }
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error
    const database = await openDB<Schema>(name, undefined, whenNeeded)
    if (lasting.every((store) => database.objectStoreNames.contains(store)))
      return { database, newer: true }
    database.close()
    throw error
  }
}
