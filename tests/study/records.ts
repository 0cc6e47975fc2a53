import type { Activity, PagePlace, StudyRecord } from '../../src/study/activity.ts'
import fc from '../fast-check.ts'

/** Records as devices may hold them, for property tests. */

const pages = ['/cases/a', '/training/c/one', '/training/c/two'] as const
const uuid = fc.uuid({ version: 4 })
const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-01-09T00:00:00Z') })
  .map((time) => new Date(time).toISOString())
/** Most clocks are right; some say less than the record knew, or come from a year ahead. */
const moment = fc.oneof(
  { arbitrary: instant.map((at) => ({ at })), weight: 4 },
  fc.record({ at: instant, after: instant }),
  instant.map((at) => ({ at: at.replace('2026', '2099') })),
)
const onPage = fc.constantFrom(...pages).map((page) => ({
  page,
  title: `标题${page}`,
  kind: page.startsWith('/cases') ? ('case' as const) : ('lesson' as const),
}))
/** Few notes, so that versions and removals of one meet. */
const note = fc.constantFrom(
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
)
const doing = fc.oneof(
  fc
    .constantFrom(
      ...(['opened', 'read', 'watched', 'passed', 'unread', 'bookmarked', 'unbookmarked'] as const),
    )
    .map((verb) => ({ verb })),
  fc.record({
    verb: fc.constant('answered' as const),
    question: fc.constantFrom('0000000a', '0000000b'),
    asked: fc.constant('问？'),
    chosen: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
    correct: fc.boolean(),
  }),
  fc.record(
    {
      verb: fc.constant('noted' as const),
      note,
      text: fc.string({ unit: 'grapheme', maxLength: 20 }),
      anchor: fc.record({
        exact: fc.string({ minLength: 1, maxLength: 10 }),
        prefix: fc.string({ maxLength: 10 }),
        suffix: fc.string({ maxLength: 10 }),
        start: fc.nat(),
      }),
    },
    { requiredKeys: ['verb', 'note', 'text'] },
  ),
  fc.record({ verb: fc.constant('unnoted' as const), note }),
)

export const activities: fc.Arbitrary<Activity> = fc
  .tuple(uuid, moment, onPage, doing)
  .map(([id, when, on, done]) => ({ id, ...when, ...on, ...done }))

const places: fc.Arbitrary<PagePlace> = fc
  .tuple(moment, onPage, fc.integer({ min: 0, max: 100 }))
  .map(([when, on, percent]) => ({ ...on, ...when, portion: percent / 100 }))

export const records: fc.Arbitrary<StudyRecord> = fc.record({
  activities: fc.array(activities, { maxLength: 12 }),
  places: fc.array(places, { maxLength: 4 }),
})
