import type { Meeting, MeetingRow } from '../meeting.ts'

const minutesADay = 24 * 60

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes between two times of day; a meeting may go past midnight. */
export function minutesBetween(began: string, ended: string): number {
  return (minuteOf(ended) - minuteOf(began) + minutesADay) % minutesADay
}

/** Minutes a row really took; undefined where its times were not written down. */
export function actualMinutes({
  began,
  ended,
}: Pick<MeetingRow, 'began' | 'ended'>): number | undefined {
  return began && ended ? minutesBetween(began, ended) : undefined
}

/** `多1分`, `少2分`, `一样`; empty where the times are not known. */
export function againstPlan(row: Pick<MeetingRow, 'began' | 'ended' | 'minutes'>): string {
  const actual = actualMinutes(row)
  if (actual === undefined) return ''
  const over = actual - row.minutes
  return over === 0 ? '一样' : `${over > 0 ? '多' : '少'}${Math.abs(over)}分`
}

/** When the meeting began and ended: as written in the record, or as its rows tell. */
export function meetingTimes({ record, rows, start }: Pick<Meeting, 'record' | 'rows' | 'start'>): {
  began?: string
  ended?: string
} {
  const began = record?.began ?? rows.find((row) => row.began)?.began ?? start
  const ended = record?.ended ?? [...rows].reverse().find((row) => row.ended)?.ended
  return { ...(began ? { began } : {}), ...(ended ? { ended } : {}) }
}

/** `15:00至15:04`; empty where neither is known. */
export function spanWords(began = '', ended = ''): string {
  if (!began && !ended) return ''
  return `${began || '　　'}至${ended || '　　'}`
}

/** Rows with times as they were planned, one after another from a beginning. */
export function plannedTimes(rows: readonly MeetingRow[], from: string): MeetingRow[] {
  let at = minuteOf(from)
  return rows.map((row) => {
    const began = timeAt(at)
    at += row.minutes
    return { ...row, began, ended: timeAt(at) }
  })
}

function timeAt(minute: number): string {
  const inDay = minute % minutesADay
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}
