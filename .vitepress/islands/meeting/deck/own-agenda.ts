import { config } from 'zod/mini'
import { readMeetingAddress } from '../../../../src/meeting/address.ts'
import type { MeetingPlan } from '../../../../src/meeting/meeting.ts'
import { withRealTimes } from '../../../../src/meeting/real-times.ts'
import type { Showing } from '../../../../src/meeting/real-times.ts'
import { newId } from '../../storage/identity.ts'
import { meetings } from '../meetings.ts'

/** A meeting to be shown: of this browser, or the plan that an address carries. */
export interface OwnAgenda {
  meeting: MeetingPlan
  /** The address carries it; another copy may be kept here. */
  isShared: boolean
}

/** The meeting a fragment names, `#id=…` or `#meeting=…`; a fault in Chinese when there is none. */
export async function agendaAt(fragment: string): Promise<OwnAgenda | { fault: string }> {
  // Without this zod tries to compile code, which the policy forbids and reports.
  config({ jitless: true })
  const shared = readMeetingAddress(fragment, newId)
  if (shared) return 'fault' in shared ? shared : { meeting: shared, isShared: true }
  const [, id = ''] = /^#?id=([0-9a-f-]{36})$/.exec(fragment) ?? []
  const meeting = await meetings.get(id)
  return meeting
    ? { meeting, isShared: false }
    : { fault: '这台设备的这个浏览器里没有这次会，可能已经删去，或者是在别的设备上排的。' }
}

/**
 * Keeps the times of a showing in its meeting. A plan that came by a link is kept with them, unless a
 * copy is here: then that has the times of the rows it has.
 */
export function timesKeeper(
  { meeting, isShared }: OwnAgenda,
  { ids, stage }: Omit<Showing, 'run'>,
) {
  let before = ''
  return async (run: Showing['run']): Promise<void> => {
    const now = Date.now()
    const timed = withRealTimes(meeting, { ids, stage, run }, now)
    const written = JSON.stringify(timed)
    if (run.began === undefined || written === before) return
    before = written
    if (isShared && !(await meetings.get(meeting.id))) await meetings.put(meeting)
    await meetings.change(meeting.id, (one) => withRealTimes(one, { ids, stage, run }, now))
  }
}
