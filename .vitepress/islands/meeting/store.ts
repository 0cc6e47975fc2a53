import { siftMeetings } from '../../../src/meeting/file.ts'
import type { MeetingFile } from '../../../src/meeting/file.ts'
import { isRemoved } from '../../../src/meeting/meeting.ts'
import type { KeptMeeting, Meeting, MeetingPlan } from '../../../src/meeting/meeting.ts'
import { mergeMeetings } from '../../../src/meeting/merge.ts'
import { orderOf, placedAfter } from '../../../src/study/order.ts'
import { now } from '../storage/identity.ts'
import { PatientDatabase } from '../storage/patient-database.ts'
import type { Trouble } from '../storage/patient-database.ts'
import { meetingDatabase } from './database.ts'
import type { MeetingSchema } from './database.ts'

/**
 * The branch's meetings in this browser. A change reads and writes in one transaction, so two tabs
 * lose nothing. What the browser refuses to keep stays in memory while the page is open.
 */
export class MeetingStore extends PatientDatabase<MeetingSchema> {
  /** What the browser did not take, by identity. */
  private readonly waiting = new Map<string, KeptMeeting>()

  constructor(
    tell: (trouble: Trouble) => void,
    /** To the other open pages of the portal. */
    private readonly others?: BroadcastChannel,
  ) {
    super(meetingDatabase, tell)
  }

  /** Everything there is, removed meetings and unreadable items among it: what a file holds. */
  async everything(): Promise<MeetingFile> {
    const found = await this.read((database) => database.getAll('meetings'))
    const { meetings, unreadable } = siftMeetings(found ?? [])
    return { meetings: mergeMeetings(meetings, [...this.waiting.values()]), unreadable }
  }

  async all(): Promise<Meeting[]> {
    const { meetings } = await this.everything()
    return meetings.filter((one): one is Meeting => !isRemoved(one))
  }

  async get(id: string): Promise<Meeting | undefined> {
    const found = await this.read((database) => database.get('meetings', id))
    return present(this.latest(found, id))
  }

  /** Keep a plan as a meeting; where one of its identity is there, its rows and its day are replaced. */
  async put(plan: MeetingPlan): Promise<Meeting> {
    const next = await this.revise(plan.id, (before) => ({ ...before, ...plan, at: now() }))
    return next ?? { ...plan, at: now() }
  }

  /**
   * Change a meeting as it stands now; undefined when there is none. The change is pure: it may be
   * asked of another copy than the one on the screen.
   */
  async change(id: string, change: (before: Meeting) => Meeting): Promise<Meeting | undefined> {
    return this.revise(id, (before) => before && { ...change(before), at: now() })
  }

  /** Whether a meeting will be there on the next page: what the browser refused is on this page only. */
  lasts(id: string): boolean {
    return !this.waiting.has(id)
  }

  /** Remove a meeting, its record with it; what remains says only that it was removed. */
  async remove(id: string): Promise<void> {
    await this.edit(id, (before) => before && { id, at: now(), removed: true })
  }

  /** Merge meetings of another device into those of this one. */
  async takeIn(
    meetings: readonly KeptMeeting[],
    unreadable: readonly unknown[] = [],
  ): Promise<void> {
    for (const one of meetings)
      await this.edit(one.id, (before) => (before ? mergeMeetings([before], [one])[0] : one), true)
    const named = unreadable.filter(hasId)
    await this.write(async (database) => {
      const transaction = database.transaction('meetings', 'readwrite')
      for (const one of named)
        if ((await transaction.store.get(one.id)) === undefined) await transaction.store.put(one)
      await transaction.done
    })
    this.announce()
  }

  /** Remove everything for good. */
  async erase(): Promise<void> {
    this.waiting.clear()
    await this.write((database) => database.clear('meetings'))
    this.announce()
  }

  /** Called when another page of the portal changed a meeting. */
  whenChanged(changed: () => void): void {
    this.others?.addEventListener('message', changed)
  }

  private announce(): void {
    this.others?.postMessage('')
  }

  private async revise(
    id: string,
    change: (before: Meeting | undefined) => Meeting | undefined,
  ): Promise<Meeting | undefined> {
    return present(await this.edit(id, (before) => change(present(before))))
  }

  /** Read, change and write one item; `asIs` for one that has its place in time already. */
  private async edit(
    id: string,
    change: (before: KeptMeeting | undefined) => KeptMeeting | undefined,
    asIs = false,
  ): Promise<KeptMeeting | undefined> {
    let next: KeptMeeting | undefined
    const changed = (found: unknown) => {
      const before = this.latest(found, id)
      const after = change(before)
      return after && !asIs ? placedAfter(fresh(after), before && orderOf(before)) : after
    }
    const kept = await this.write(async (database) => {
      const transaction = database.transaction('meetings', 'readwrite')
      next = changed(await transaction.store.get(id))
      const put = next && transaction.store.put(next)
      transaction.commit?.()
      await Promise.all([put, transaction.done])
    })
    if (kept) this.waiting.delete(id)
    else {
      next ??= changed(undefined)
      if (next) this.waiting.set(id, next)
    }
    if (!asIs) this.announce()
    return next
  }

  private latest(found: unknown, id: string): KeptMeeting | undefined {
    const [kept] = found === undefined ? [] : siftMeetings([found]).meetings
    return mergeMeetings([kept, this.waiting.get(id)].flatMap((one) => one ?? []))[0]
  }
}

function present(one: KeptMeeting | undefined): Meeting | undefined {
  return one && !isRemoved(one) ? one : undefined
}

/** Without the place an earlier change had. */
function fresh<One extends KeptMeeting>(one: One): One {
  const copy = { ...one }
  delete copy.after
  return copy
}

function hasId(one: unknown): one is { id: string } {
  return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'
}
