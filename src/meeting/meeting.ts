import * as z from 'zod/mini'
import { agendaKinds } from '../model/agenda.ts'
import { endOfTime, orderOf } from '../study/order.ts'
import { isPackable } from '../study/pack.ts'
import { day, minutes, openObject, timeOfDay, words } from './fields.ts'
import { record } from './record.ts'

/** See README.md in this folder for how its parts hang together. Browser-safe throughout. */
export const meetingLimits = { rows: 40, title: 60, minutes: 180, pages: 8, questions: 8 } as const

/** An entry's path in the portal: `/cases/hangzhou`, `/training/branch-work/theme-day`, `/packs/dec`. */
const page = z.string().check(z.refine(isPackable))

/** A row: what is done, with what, by whom; and how it really went. */
const meetingRow = openObject({
  /** Of this meeting's rows only: a number, so that rows keep their identity when they move. */
  id: z.int().check(z.positive()),
  kind: z.enum(agendaKinds),
  /** Empty where the titles of its pages say it all. */
  title: words(meetingLimits.title),
  minutes,
  /** An office such as 支部书记, see `hostRoles`; never a name. */
  host: z.optional(words(20)),
  /** Its materials. A pack's own page stands for its three questions. */
  pages: z.array(page).check(z.maxLength(meetingLimits.pages)),
  /** Of 讨论: questions of the branch's own, in place of those its pages ask. */
  questions: z.optional(z.array(words(120)).check(z.maxLength(meetingLimits.questions))),
  /** Of 自测: so many questions; absent for all its pages have. */
  quiz: z.optional(z.int().check(z.positive(), z.maximum(60))),
  /** Of 自测: teams play it as 知识竞赛. */
  contest: z.optional(z.boolean()),
  /** A line for whoever leads it. */
  note: z.optional(words(120)),
  /** When it really was; written by the projector, mended in the record. */
  began: z.optional(timeOfDay),
  ended: z.optional(timeOfDay),
  /** 会议记录: what was said, as a whole and to each question. */
  points: z.optional(words(3000)),
  answers: z.optional(z.array(words(1000)).check(z.maxLength(meetingLimits.questions))),
})
export type MeetingRow = z.infer<typeof meetingRow>

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), z.refine(isTime))
/** Which it is, and when it was last changed: of two copies the later stands (`merge.ts`). */
const common = { id: uuid, at: instant, after: z.optional(instant) }

const meeting = openObject({
  ...common,
  title: words(meetingLimits.title),
  /** 党员大会, 主题党日: see `meetingForms`; words of a later release stay as they are. */
  forms: z.array(words(20)).check(z.maxLength(4)),
  day: z.optional(day),
  start: z.optional(timeOfDay),
  /** Minutes it is meant to take. */
  wanted: minutes,
  rows: z.array(meetingRow).check(z.maxLength(meetingLimits.rows)),
  /** The ready pack or topic it was made from. */
  from: z.optional(page),
  /** It took place: said by hand, by the projector at its end, or by the record. */
  held: z.optional(z.boolean()),
  record: z.optional(record),
})
export type Meeting = z.infer<typeof meeting>

/** What remains of a meeting that was removed, so that an older copy does not bring it back. */
const removedMeeting = openObject({ ...common, removed: z.literal(true) })
type RemovedMeeting = z.infer<typeof removedMeeting>

/** What the store and a file hold. */
export type KeptMeeting = Meeting | RemovedMeeting
export const keptMeeting = z.union([removedMeeting, meeting])

export function isRemoved(one: KeptMeeting): one is RemovedMeeting {
  return 'removed' in one
}

/** What is planned, which a link may carry: no record, no times as they were, nobody's words. */
export type MeetingPlan = Omit<Meeting, 'record' | 'held' | 'at' | 'after'>

/** Plans first that come first; those without a day last, the latest changed before the others. */
export function byDay(a: Meeting, b: Meeting): number {
  const [left, right] = [a.day ?? endOfTime, b.day ?? endOfTime]
  if (left !== right) return left < right ? -1 : 1
  return orderOf(a) > orderOf(b) ? -1 : 1
}

/** A number that no row of a meeting has. */
export function nextRowId(rows: readonly Pick<MeetingRow, 'id'>[]): number {
  return Math.max(0, ...rows.map(({ id }) => id)) + 1
}

function isTime(text: string): boolean {
  return text < endOfTime && !Number.isNaN(Date.parse(text))
}
