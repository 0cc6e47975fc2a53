import ical, { ICalEventRepeatingFreq } from 'ical-generator'
import type { ICalRepeatingOptions, ICalWeekday } from 'ical-generator'
import { minutesOfRows, startsOf } from './agenda.ts'
import { weekOfMonth } from './day.ts'
import type { Meeting, MeetingRow } from './meeting.ts'
import { nameOf } from './name.ts'

/** How a plan comes back each month: on the same date, or on the same weekday (`第一个星期五`). */
interface Monthly {
  on: 'date' | 'weekday'
  times: number
}

export interface CalendarOptions {
  /** When the file is made. */
  stamp: Date
  titleOf: (row: MeetingRow) => string
  /** The link that opens its agenda, where it is short enough for a calendar. */
  addressOf?: (meeting: Meeting) => string | undefined
  monthly?: Monthly
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * Meetings that have a day as a calendar (RFC 5545). Times are floating, as on the wall where the
 * branch meets; a meeting without one takes its day. Made again after a change, the file brings the
 * calendar's own copy up to date: the identity stays and its sequence grows.
 */
export function writeCalendar(meetings: readonly Meeting[], options: CalendarOptions): string {
  const calendar = ical({
    name: '支部会议',
    prodId: { company: 'chaotou', product: 'meetings', language: 'ZH' },
  })
  for (const meeting of meetings) if (meeting.day) addEvent(calendar, meeting, meeting.day, options)
  return calendar.toString()
}

function addEvent(
  calendar: ReturnType<typeof ical>,
  meeting: Meeting,
  day: string,
  { stamp, titleOf, addressOf, monthly }: CalendarOptions,
): void {
  const address = addressOf?.(meeting)
  const minutes = minutesOfRows(meeting.rows) || meeting.wanted
  const start = momentOf(day, meeting.start)
  calendar.createEvent({
    id: `${meeting.id}${monthly ? '-monthly' : ''}@chaotou`,
    sequence: Math.floor(Date.parse(meeting.at) / 1000),
    stamp,
    start,
    ...(meeting.start
      ? { end: new Date(start.getTime() + minutes * 60_000), floating: true }
      : { allDay: true }),
    ...(monthly ? { repeating: repeated(day, monthly) } : {}),
    summary: nameOf(meeting),
    description: linesOf(meeting, titleOf).join('\n'),
    ...(meeting.record?.place ? { location: meeting.record.place } : {}),
    ...(address === undefined ? {} : { url: address }),
  })
}

/** The library writes floating times and days by their parts in UTC, so that no device's zone moves them. */
function momentOf(day: string, start = '00:00'): Date {
  return new Date(`${day}T${start}:00Z`)
}

function repeated(day: string, { on, times }: Monthly): ICalRepeatingOptions {
  const month = { freq: ICalEventRepeatingFreq.MONTHLY, count: times }
  const date = Number(day.slice(8))
  if (on === 'date') return { ...month, byMonthDay: [date] }
  return {
    ...month,
    // The library's names of weekdays are these words.
    byDay: [weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] as ICalWeekday],
    bySetPos: [weekOfMonth(day)],
  }
}

function linesOf({ rows }: Meeting, titleOf: (row: MeetingRow) => string): string[] {
  const starts = startsOf(rows)
  return rows.map((row, index) => {
    const title = titleOf(row)
    const said = title && title !== row.kind ? `：${title}` : ''
    return `${starts[index]} ${row.kind}${said}（${row.minutes}分钟）`
  })
}
