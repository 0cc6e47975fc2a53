import { addressOf } from './address.ts'
import type { Activity, Anchor, StudyRecord, Verb } from './activity.ts'
import { inOrder } from './fold.ts'

/**
 * The record as statements of the Experience API 1.0.3 (IEEE 9274 family;
 * https://github.com/adlnet/xAPI-Spec/blob/1.0.3/xAPI-Data.md), for a learning record store that the
 * reader hands the file to. The reader is an account without a name: the portal knows none.
 */
interface Statement {
  id: string
  timestamp: string
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } }
  verb: { id: string; display: { 'zh-CN': string } }
  object: StatementObject
  result?: { success?: boolean; completion?: boolean; response?: string }
  context: { platform: string; language: string; contextActivities?: { parent: { id: string }[] } }
}

type StatementObject =
  | { objectType: 'StatementRef'; id: string }
  | {
      objectType: 'Activity'
      id: string
      definition: {
        type: string
        name: { 'zh-CN': string }
        interactionType?: 'choice' | 'true-false' | 'other'
        extensions?: Record<string, Anchor>
      }
    }

/** Verbs of ADL's vocabulary (http://xapi.vocab.pub/verbs/) and of its profiles. */
const verbs: Readonly<Record<Verb, string>> = {
  opened: 'http://adlnet.gov/expapi/verbs/launched',
  read: 'http://adlnet.gov/expapi/verbs/completed',
  watched: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  unread: 'http://adlnet.gov/expapi/verbs/voided',
  bookmarked: 'https://w3id.org/xapi/adb/verbs/bookmarked',
  unbookmarked: 'http://adlnet.gov/expapi/verbs/voided',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  noted: 'https://w3id.org/xapi/adb/verbs/noted',
  unnoted: 'http://adlnet.gov/expapi/verbs/voided',
}
const words: Readonly<Record<string, string>> = {
  launched: '打开了',
  completed: '完成了',
  passed: '通过了',
  voided: '撤销了',
  bookmarked: '收藏了',
  answered: '回答了',
  noted: '记了笔记',
}
const types: Readonly<Record<Activity['kind'], string>> = {
  case: 'http://activitystrea.ms/schema/1.0/article',
  video: 'http://activitystrea.ms/schema/1.0/video',
  person: 'http://activitystrea.ms/schema/1.0/article',
  course: 'http://adlnet.gov/expapi/activities/course',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  topic: 'http://activitystrea.ms/schema/1.0/collection',
}
/** What each verb that takes back takes back. */
const undone: Partial<Record<Verb, readonly Verb[]>> = {
  unread: ['read', 'watched', 'passed'],
  unbookmarked: ['bookmarked'],
  unnoted: ['noted'],
}

/** Statements in the order of time; `home` is the portal's absolute address, ending in `/`. */
export function writeStatements(
  { activities }: Pick<StudyRecord, 'activities'>,
  home: string,
): Statement[] {
  const sorted = [...activities].sort(inOrder)
  const voided = new Set<string>()
  return sorted.flatMap((one, index): Statement | Statement[] => {
    const takesBack = undone[one.verb]
    if (!takesBack) return statement(one, objectOf(one, home), home)
    // A statement voids one other; without a statement to void there is nothing to say.
    const before = sorted
      .slice(0, index)
      .filter((other) => matches(other, one, takesBack) && !voided.has(other.id))
    const last = before.at(-1)
    if (!last) return []
    voided.add(last.id)
    return statement(one, { objectType: 'StatementRef', id: last.id }, home)
  })
}

function matches(other: Activity, one: Activity, verbs: readonly Verb[]): boolean {
  if (one.verb === 'unnoted') return other.verb === 'noted' && other.note === one.note
  return verbs.includes(other.verb) && other.page === one.page
}

function statement(one: Activity, object: StatementObject, home: string): Statement {
  const id = verbs[one.verb]
  return {
    id: one.id,
    timestamp: one.at,
    actor: { objectType: 'Agent', account: { homePage: home, name: 'reader' } },
    verb: { id, display: { 'zh-CN': words[id.slice(id.lastIndexOf('/') + 1)] ?? '' } },
    object,
    ...resultOf(one),
    context: {
      platform: '潮头',
      language: 'zh-CN',
      ...(one.verb === 'answered'
        ? { contextActivities: { parent: [{ id: home + addressOf(one) }] } }
        : {}),
    },
  }
}

function resultOf(one: Activity): Pick<Statement, 'result'> {
  if (one.verb === 'answered')
    return { result: { success: one.correct, response: one.chosen.join('[,]') } }
  if (one.verb === 'noted') return { result: { response: one.text } }
  if (one.verb === 'passed') return { result: { success: true, completion: true } }
  if (one.verb === 'read' || one.verb === 'watched') return { result: { completion: true } }
  return {}
}

function objectOf(one: Activity, home: string): StatementObject {
  const id = home + addressOf(one)
  if (one.verb === 'answered')
    return {
      objectType: 'Activity',
      id: `${id}#q-${one.question}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        name: { 'zh-CN': one.asked },
        interactionType: 'other',
      },
    }
  const about =
    one.verb === 'noted' && one.anchor ? { extensions: { [`${home}xapi/anchor`]: one.anchor } } : {}
  return {
    objectType: 'Activity',
    id,
    definition: { type: types[one.kind], name: { 'zh-CN': one.title }, ...about },
  }
}
