/** A row on the screen from one moment to another, in milliseconds; one without an end is on. */
export interface Visit {
  row: number
  from: number
  to?: number
}

/** When a row of the meeting really was, in milliseconds. */
interface RowSpan {
  began: number
  ended: number
}

/** Milliseconds: turning over a row's slides for less is on the way to another. */
const glance = 15_000

/** Whether a row was on long enough to be what the meeting did; of a visit that is over. */
export function isStay({ from, to = from }: Visit): boolean {
  return to - from >= glance
}

/**
 * When each row really was, out of what was on the screen. A row that is passed on the way, or looked
 * back at, does not begin and does not end by that: the time is that of the row it interrupts. A row
 * that was never more than glanced at was then.
 */
export function rowSpans(visits: readonly Visit[], now: number): Map<number, RowSpan> {
  const shown = visits.map(({ row, from, to = now }) => ({ row, from, to }))
  const stays = new Set(shown.filter(isStay).map(({ row }) => row))
  const spans = new Map<number, RowSpan>()
  let current: RowSpan | undefined
  for (const visit of shown) {
    const { row, from, to } = visit
    if (stays.has(row) && !isStay(visit)) continue
    if (current && spans.has(row)) current.ended = to
    else spans.set(row, (current = { began: from, ended: to }))
  }
  return spans
}
