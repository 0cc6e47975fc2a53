import { expect, test } from 'vitest'
import { z } from 'zod'
import { activities, records } from '../../tests/study/records.ts'
import type { Activity } from './activity.ts'
import { writeStatements } from './xapi.ts'
import fc from '../../tests/fast-check.ts'

/**
 * The shape of statements in xAPI 1.0.3, Part Two (xAPI-Data.md), as far as a statement may use it:
 * 2.2 formatting requirements, 2.4.1 id, 2.4.2 actor, 2.4.3 verb, 2.4.4 object, 2.4.5 result,
 * 2.4.6 context, 2.4.7 timestamp, 4.1 language maps and extensions, 4.5 ISO 8601 timestamps.
 */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
const languageMap = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.string().min(1),
)
const extensions = z.record(iri, z.unknown())
const agent = z.strictObject({
  objectType: z.literal('Agent').optional(),
  name: z.string().optional(),
  // Exactly one identifier: here the account, whose home page is an IRL.
  account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
})
const interaction = z.enum([
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
])
const definition = z.strictObject({
  name: languageMap.optional(),
  description: languageMap.optional(),
  type: iri.optional(),
  moreInfo: iri.optional(),
  interactionType: interaction.optional(),
  correctResponsesPattern: z.array(z.string()).optional(),
  extensions: extensions.optional(),
})
const target = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: definition.optional(),
})
const reference = z.strictObject({ objectType: z.literal('StatementRef'), id: z.uuid() })
const statement = z.strictObject({
  id: z.uuid(),
  actor: agent,
  verb: z.strictObject({ id: iri, display: languageMap }),
  object: z.union([reference, target]),
  result: z
    .strictObject({
      success: z.boolean().optional(),
      completion: z.boolean().optional(),
      response: z.string().optional(),
    })
    .optional(),
  context: z
    .strictObject({
      platform: z.string().optional(),
      language: z
        .string()
        .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
        .optional(),
      contextActivities: z.strictObject({ parent: z.array(target).optional() }).optional(),
    })
    .optional(),
  timestamp: z.iso.datetime({ offset: true }),
})

const home = 'https://portal.test/a/'
const voided = 'http://adlnet.gov/expapi/verbs/voided'

test('every record gives sound statements', () => {
  fc.assert(
    fc.property(records, (record) => {
      for (const one of writeStatements(record, home))
        expect(() => statement.parse(one)).not.toThrow()
    }),
  )
})

test('voiding refers to an earlier statement of the same file, once, and to none that voids', () => {
  fc.assert(
    fc.property(fc.array(activities, { maxLength: 40 }), (list) => {
      const seen = new Map<string, string>()
      const struck = new Set<string>()
      for (const one of writeStatements({ activities: list }, home)) {
        if (one.object.objectType === 'StatementRef') {
          expect(one.verb.id).toBe(voided)
          expect(seen.get(one.object.id)).not.toBe(voided)
          expect(seen.has(one.object.id)).toBe(true)
          expect(struck.has(one.object.id)).toBe(false)
          struck.add(one.object.id)
        } else expect(one.verb.id).not.toBe(voided)
        seen.set(one.id, one.verb.id)
      }
    }),
  )
})

test('an answer says what was asked, chosen and whether it was right', () => {
  const answer: Activity = {
    id: '00000000-0000-4000-8000-000000000001',
    at: '2026-01-01T00:00:00.000Z',
    page: '/training/c/one',
    title: '第一课',
    kind: 'lesson',
    verb: 'answered',
    question: '0000000a',
    asked: '有多少家？',
    chosen: ['30多家', '63家'],
    correct: false,
  }
  const [written] = writeStatements({ activities: [answer] }, home)
  expect(written).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: {
      id: `${home}training/c/one.html#q-0000000a`,
      definition: { name: { 'zh-CN': '有多少家？' } },
    },
    result: { success: false, response: '30多家[,]63家' },
    context: { contextActivities: { parent: [{ id: `${home}training/c/one.html` }] } },
  })
})
