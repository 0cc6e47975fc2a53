import { minutesOfRows } from './agenda.ts'
import type { Meeting } from './meeting.ts'

type Told = Pick<Meeting, 'held' | 'record' | 'rows'>

/** Something of how it went is there: said by hand, written in the record, or told by the projector. */
export function isWritten({ held, record, rows }: Told): boolean {
  return Boolean(held || record || rows.some(({ began }) => began))
}

/** What stands in place of a day: of a plan it is still to come, of a record it was not written down. */
export function withoutDay(meeting: Told): string {
  return isWritten(meeting) ? '没写日期' : '日期未定'
}

/** How a meeting stands today (`YYYY-MM-DD`): `开过，60分钟`, `已排，60分钟`; a plan without a day, `60分钟`. */
export function standingWords(meeting: Meeting, today: string): string {
  const { rows, wanted, held } = meeting
  const minutes = rows.length > 0 || !held ? `${minutesOfRows(rows) || wanted}分钟` : ''
  return [standingOf(meeting, today), minutes].filter(Boolean).join('，')
}

function standingOf(meeting: Meeting, today: string): string {
  const { held, day } = meeting
  if (held) return '开过'
  if (day === undefined) return isWritten(meeting) ? '有记录' : ''
  return day < today ? '排过' : '已排'
}

/** A meeting with a record was held once its day has come: a place may be written down long before. */
export function heldByRecord(meeting: Meeting, today: string): Meeting {
  const { record, day } = meeting
  return record && day !== undefined && day <= today ? { ...meeting, held: true } : meeting
}
