import { dayOf, timeOfDay } from './day.ts'
import { rowSpans } from './deck/row-spans.ts'
import type { Visit } from './deck/row-spans.ts'
import { tookPlace } from './deck/run.ts'
import type { Run } from './deck/run.ts'
import type { StageData } from './deck/stage-data.ts'
import type { Meeting, MeetingRow } from './meeting.ts'

/** A showing of a meeting: `ids` are those of the rows its deck was made of, in their order. */
export interface Showing {
  ids: readonly number[]
  stage: Pick<StageData, 'minutes' | 'rows'>
  run: Run
}

/**
 * The meeting with the times at which its rows really were, and nothing of an earlier showing. One that
 * went through its rows was held; a meeting without a day was then.
 */
export function withRealTimes<One extends Pick<Meeting, 'rows' | 'day' | 'held'>>(
  meeting: One,
  { ids, stage, run }: Showing,
  now: number,
): One {
  const spans = rowSpans(run.visits, now)
  const rows = meeting.rows.map((row) => {
    const plan = { ...row }
    delete plan.began
    delete plan.ended
    const span = spans.get(ids.indexOf(row.id))
    return span ? { ...plan, began: timeOfDay(span.began), ended: timeOfDay(span.ended) } : plan
  })
  if (!tookPlace(run, stage, now)) return { ...meeting, rows }
  return { ...meeting, rows, held: true, day: meeting.day ?? dayOf(run.began ?? now) }
}

/** The rows of an earlier showing of the same day as visits; what began after `now` was yesterday. */
export function visitsOf(
  rows: readonly Pick<MeetingRow, 'began' | 'ended'>[],
  now: number,
): Visit[] {
  return rows
    .flatMap(({ began, ended }, row) => {
      if (!began) return []
      const from = momentOf(began, now)
      return [{ row, from, to: Math.max(from, momentOf(ended ?? began, now)) }]
    })
    .sort((a, b) => a.from - b.from)
}

/** From the first row's beginning to the last one's end, as times of day; undefined without any. */
export function spanOf(
  rows: readonly Pick<MeetingRow, 'began' | 'ended'>[],
): { began: string; ended: string } | undefined {
  const [began] = rows.flatMap((row) => row.began ?? [])
  const ended = rows.flatMap((row) => row.ended ?? []).at(-1)
  return began === undefined ? undefined : { began, ended: ended ?? began }
}

/** The last moment by this device's clock that was at a time of day. */
function momentOf(time: string, now: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const date = new Date(now)
  date.setHours(hours, minutes, 0, 0)
  if (date.getTime() > now) date.setDate(date.getDate() - 1)
  return date.getTime()
}
