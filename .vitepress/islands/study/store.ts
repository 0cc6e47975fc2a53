import type { Activity, PagePlace, StudyRecord } from '../../../src/study/activity.ts'
import { laterOf, orderOf, placedAfter } from '../../../src/study/order.ts'
import { PatientDatabase } from '../storage/patient-database.ts'
import type { Trouble } from '../storage/patient-database.ts'
import { studyDatabase } from './database.ts'
import type { StudySchema } from './database.ts'
import { lastOf } from './last.ts'

/**
 * The study record of this browser. A write is one transaction, so two tabs lose nothing. What the
 * browser refuses to keep stays in memory, is seen by every reader of this page, and goes along with
 * the next write that succeeds.
 */
export class StudyStore extends PatientDatabase<StudySchema> {
  /** What the browser did not take yet. */
  waiting: StudyRecord = { activities: [], places: [] }

  /** Where what was done last stands in the order, while no other page has changed the record. */
  private last: string | undefined
  /** The same of the places this page has seen. */
  private readonly lastPlaces = new Map<string, string>()

  constructor(
    tell: (trouble: Trouble) => void,
    /** To the other open pages of the portal. */
    readonly others?: BroadcastChannel,
  ) {
    super(studyDatabase, tell)
    others?.addEventListener('message', () => (this.last = undefined))
  }

  /**
   * Add one activity, or only when it is news beside those on its page; it takes its place after all the
   * record holds, whatever the clock says. What needs no look first is handed over in one go, so that it
   * is kept even when the reader leaves the page right after.
   */
  async add(activity: Activity, isNews?: (known: Activity[]) => boolean): Promise<void> {
    let news = true
    let one = placedAfter(activity, this.last)
    const kept = await this.write(async (database) => {
      const transaction = database.transaction(['activities', 'places'], 'readwrite')
      const activities = transaction.objectStore('activities')
      // Only where a clock was ahead does the record know a later moment than now.
      if (isNews || this.last === undefined || one.after !== undefined) {
        const found = await lastOf(activities)
        one = placedAfter(activity, laterOf(this.last, found && orderOf(found)))
      }
      if (isNews) {
        const known = rows(await activities.index('page').getAll(one.page))
        news = isNews([...known, ...this.on(one.page)])
      }
      const late = this.waiting
      const puts = [
        ...[...late.activities, ...(news ? [one] : [])].map((activity) => activities.put(activity)),
        ...late.places.map((place) => transaction.objectStore('places').put(place)),
      ]
      transaction.commit?.()
      await Promise.all([...puts, transaction.done])
      this.waiting = { activities: [], places: [] }
    })
    if (news) this.last = laterOf(this.last, orderOf(one))
    if (!kept && (isNews?.(this.on(one.page)) ?? true)) this.waiting.activities.push(one)
    if (news) this.others?.postMessage(one.page)
  }

  async keepPlace(here: PagePlace): Promise<void> {
    const place = placedAfter(here, this.lastPlaces.get(here.page))
    this.lastPlaces.set(place.page, orderOf(place))
    const kept = await this.write(async (database) => {
      const transaction = database.transaction('places', 'readwrite')
      const put = transaction.store.put(place)
      // WebKit freezes a page that is left with its transaction open, and every other page waits for it.
      transaction.commit?.()
      await Promise.all([put, transaction.done])
    })
    if (!kept)
      this.waiting.places = [
        ...this.waiting.places.filter(({ page }) => page !== place.page),
        place,
      ]
  }

  async placeOf(page: string): Promise<PagePlace | undefined> {
    const waiting = this.waiting.places.find((place) => place.page === page)
    const place = waiting ?? (await this.read((database) => database.get('places', page)))
    const last = laterOf(this.lastPlaces.get(page), place && orderOf(place))
    if (last !== undefined) this.lastPlaces.set(page, last)
    return place
  }

  /** What was done on a page, or on all pages below a path ending in `/`. */
  async activitiesOn(page: string): Promise<Activity[]> {
    const below = page.endsWith('/')
    const range = below ? IDBKeyRange.bound(page, `${page}\uffff`) : page
    const kept = await this.read((database) =>
      database.getAllFromIndex('activities', 'page', range),
    )
    const waiting = this.waiting.activities.filter((one) =>
      below ? one.page.startsWith(page) : one.page === page,
    )
    return [...rows(kept ?? []), ...waiting]
  }

  /** Say that the record has changed as a whole, to other pages and to this one. */
  announceChange(): void {
    this.last = undefined
    this.others?.postMessage('')
  }

  /** Called when another page of the portal changed the record. */
  whenChanged(changed: () => void): void {
    if (this.others) this.others.onmessage = changed
  }

  private on(page: string): Activity[] {
    return this.waiting.activities.filter((one) => one.page === page)
  }
}

/** Rows that are activities as far as folding needs; others are left where they are. */
export function rows(found: readonly unknown[]): Activity[] {
  return found.filter((one): one is Activity => {
    if (typeof one !== 'object' || one === null) return false
    const { id, at, page, verb } = one as Partial<Record<keyof Activity, unknown>>
    return [id, at, page, verb].every((part) => typeof part === 'string')
  })
}
