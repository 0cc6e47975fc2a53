import { orderOf } from '../study/order.ts'
import type { KeptMeeting } from './meeting.ts'

/**
 * Meetings of two devices as one list: of two copies of one the later stands as it is. The order in
 * which devices meet, and how often, makes no difference.
 */
export function mergeMeetings(...lists: readonly (readonly KeptMeeting[])[]): KeptMeeting[] {
  const latest = new Map<string, KeptMeeting>()
  for (const one of lists.flat()) {
    const known = latest.get(one.id)
    if (!known || isLater(one, known)) latest.set(one.id, one)
  }
  return [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isLater(a: KeptMeeting, b: KeptMeeting): boolean {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left === right ? content(a) > content(b) : left > right
}

/** An order for copies that differ although they should not. */
function content(one: KeptMeeting): string {
  return JSON.stringify(Object.entries(one).sort((x, y) => (x[0] < y[0] ? -1 : 1)))
}
