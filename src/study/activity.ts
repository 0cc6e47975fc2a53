import * as z from 'zod/mini'
import { endOfTime } from './order.ts'

/**
 * What a reader did, as the study record keeps it: a list that only grows, so that two tabs, two
 * phones and an older copy can be brought together by taking the union. What has been learnt, noted
 * or kept is derived from it (`fold.ts`). Browser-safe; pages that only write import the types.
 */

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
/** UTC to the millisecond, so that text order is the order in time. */
const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), z.refine(isTime))
/** An entry's path in the portal, without base and ending: `/training/read-a-case/contact-points`. */
const path = z.string().check(z.regex(/^(\/[a-z0-9-]+){1,4}$/), z.maxLength(200))

const pageKind = z.enum(['case', 'video', 'person', 'course', 'lesson', 'topic'])
const textUpTo = (length: number) => z.string().check(z.maxLength(length))
const pageFields = { page: path, title: textUpTo(200), kind: pageKind }
/** When, by the reader's clock; and its place in the order, where that clock was behind (`order.ts`). */
const timeFields = { at: instant, after: z.optional(instant) }
const commonFields = { id: uuid, ...timeFields, ...pageFields }

/** Where in a page a note stands: W3C Web Annotation's TextQuoteSelector, and how far in it was. */
const anchor = z.object({
  exact: z.string().check(z.minLength(1), z.maxLength(2000)),
  prefix: textUpTo(64),
  suffix: textUpTo(64),
  /** Characters before the quotation when it was made. */
  start: z.int().check(z.nonnegative()),
})
export type Anchor = z.infer<typeof anchor>

/** One thing a reader did, by its verb; fields of the stored record, so none is renamed. */
export const activity = z.discriminatedUnion('verb', [
  /** Opened the page, once a day. */
  z.object({ ...commonFields, verb: z.literal('opened') }),
  /** Reached the end of the text, or said so. */
  z.object({ ...commonFields, verb: z.literal('read') }),
  /** Watched the film to its end. */
  z.object({ ...commonFields, verb: z.literal('watched') }),
  /** Answered every question of the lesson. */
  z.object({ ...commonFields, verb: z.literal('passed') }),
  /** Took 已读, 已看 or 已学 back. */
  z.object({ ...commonFields, verb: z.literal('unread') }),
  z.object({ ...commonFields, verb: z.literal('bookmarked') }),
  z.object({ ...commonFields, verb: z.literal('unbookmarked') }),
  /** Answered a question of a self-test. */
  z.object({
    ...commonFields,
    verb: z.literal('answered'),
    /** `questionKey` of what was asked. */
    question: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
    asked: textUpTo(500),
    chosen: z.array(textUpTo(300)).check(z.maxLength(8)),
    correct: z.boolean(),
  }),
  /** Wrote a note, or wrote it anew; without an anchor it is about the page. */
  z.object({
    ...commonFields,
    verb: z.literal('noted'),
    note: uuid,
    text: textUpTo(5000),
    anchor: z.optional(anchor),
  }),
  /** Removed a note for good; its words are dropped from the record. */
  z.object({ ...commonFields, verb: z.literal('unnoted'), note: uuid }),
])
export type Activity = z.infer<typeof activity>
export type Verb = Activity['verb']
/** An activity of one verb: `ActivityOf<'noted'>`. */
export type ActivityOf<Name extends Verb> = Extract<Activity, { verb: Name }>

/** Where the reader is in a page; the latest counts. */
export const place = z.object({
  ...pageFields,
  ...timeFields,
  /** How far, from 0 to 1. */
  portion: z.number().check(z.minimum(0), z.maximum(1)),
  /** Of a film: seconds from its start. */
  seconds: z.optional(z.number().check(z.nonnegative())),
  /** Seconds it was attended to, over all visits. */
  spent: z.optional(z.number().check(z.nonnegative())),
  /** Of a text: which of its 20 parts were seen, `1` for each that was. */
  seen: z.optional(z.string().check(z.regex(/^[01]{20}$/))),
})
export type PagePlace = z.infer<typeof place>
export type PageKind = PagePlace['kind']
/** The page something was done on. */
export type PageReference = Pick<PagePlace, 'page' | 'title' | 'kind'>

/** All that this device keeps of a reader's study. */
export interface StudyRecord {
  activities: Activity[]
  places: PagePlace[]
}

function isTime(text: string): boolean {
  return text < endOfTime && !Number.isNaN(Date.parse(text))
}
