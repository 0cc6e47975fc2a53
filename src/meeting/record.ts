import * as z from 'zod/mini'
import { count, openObject, timeOfDay, words } from './fields.ts'

/** Why somebody was away: it stops here, with no illness and no family matters. */
export const absenceReasons = ['因公外出', '请假', '其他'] as const

/** A vote: those in favour are held against half of all who should have come and may vote. */
const vote = openObject({
  matter: words(120),
  /** 应到会有表决权的党员. */
  entitled: z.optional(count),
  present: z.optional(count),
  inFavour: z.optional(count),
  against: z.optional(count),
  abstained: z.optional(count),
  /** What was resolved. */
  resolution: words(1000),
})
export type Vote = z.infer<typeof vote>

/**
 * What was written down of a meeting that was held. It may hold names, so it never goes into a link;
 * it leaves the device only in a file or on paper, by the branch's own hand.
 */
export const record = openObject({
  place: z.optional(words(60)),
  host: z.optional(words(30)),
  minuteTaker: z.optional(words(30)),
  began: z.optional(timeOfDay),
  ended: z.optional(timeOfDay),
  /** 应到 and 实到. */
  expected: z.optional(count),
  present: z.optional(count),
  absences: z.optional(
    z.array(openObject({ name: words(30), reason: words(20) })).check(z.maxLength(200)),
  ),
  votes: z.optional(z.array(vote).check(z.maxLength(20))),
  /** What is filed with it, by its name: 签到表. */
  attached: z.optional(z.array(words(60)).check(z.maxLength(20))),
})
export type MeetingRecord = z.infer<typeof record>
