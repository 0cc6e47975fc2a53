import type { DBSchema, IDBPDatabase } from 'idb'
import { openDatabase } from './open-database.ts'
import type { DatabaseShape } from './open-database.ts'

/** Why something is kept for this page only: no storage, no room, or data of a later release. */
export type Trouble = 'blocked' | 'full' | 'newer'

/** Milliseconds after which a database that does not open counts as refused; some WebViews never answer. */
const patience = 4000

/** A database that is opened at its first use and may be refused: whoever asks hears that, and goes on. */
export class PatientDatabase<Schema extends DBSchema> {
  private opening: Promise<IDBPDatabase<Schema> | undefined> | undefined

  constructor(
    private readonly shape: DatabaseShape<Schema>,
    private readonly tell: (trouble: Trouble) => void,
  ) {}

  /** What the database answers; undefined when there is none or it fails. */
  async read<T>(ask: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    const database = await this.open()
    if (!database) return undefined
    return ask(database).catch(() => undefined)
  }

  /** Change the database in a transaction; false when it was refused, and then nothing changed. */
  async write(change: (database: IDBPDatabase<Schema>) => Promise<void>): Promise<boolean> {
    const database = await this.open()
    if (!database) return false
    try {
      await change(database)
      return true
    } catch (error) {
      this.tell(isFull(error) ? 'full' : 'blocked')
      return false
    }
  }

  private open(): Promise<IDBPDatabase<Schema> | undefined> {
    return (this.opening ??= this.openNow())
  }

  private async openNow(): Promise<IDBPDatabase<Schema> | undefined> {
    try {
      const opened = await inTime(openDatabase(this.shape, () => (this.opening = undefined)))
      if (opened.newer) this.tell('newer')
      return opened.database
    } catch (error) {
      this.tell(isFull(error) ? 'full' : 'blocked')
      return undefined
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database did not open')), patience)
  })
  return Promise.race([work, late])
}
