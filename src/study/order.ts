/**
 * In which order things were done. Clocks run ahead, and are set back: whatever is done takes its place
 * after everything the record holds already, and keeps the moment its clock gave.
 * Source: Kulkarni et al., “Logical Physical Clocks” (2014), with the record in the place of messages.
 */
export interface Ordered {
  /** What the clock said. */
  at: string
  /** Its place in the order, where the clock said an earlier moment than the record knew. */
  after?: string | undefined
}

/** Where something stands in the order: text order is the order. */
export function orderOf({ at, after }: Ordered): string {
  return after !== undefined && after > at ? after : at
}

/** The same, in its place after what came last: max(now, last + 1 ms). */
export function placedAfter<One extends Ordered>(one: One, last: string | undefined): One {
  if (last === undefined || orderOf(one) > last) return one
  const next = Date.parse(last) + 1
  // A moment a broken disk wrote orders nothing.
  return Number.isNaN(next) ? one : { ...one, after: new Date(next).toISOString() }
}

/** The later of two places in the order. */
export function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

/** No moment of a record is as late as this, so that there is always one after it. */
export const endOfTime = '9000'
