import type { Entry } from '../content/library.ts'
import type { AgendaKind } from '../model/agenda.ts'
import { minutesOf } from './study.ts'

/** Questions of a self-test that are answered and talked about in a minute. */
const questionsAMinute = 2

/** Minutes that the entries of a row take: a self-test is done without reading its lesson again. */
export function rowNeeds(kind: AgendaKind, entries: readonly Entry[]): number {
  if (kind === '自测') return Math.ceil(questionsIn(entries) / questionsAMinute)
  return entries.reduce((sum, entry) => sum + minutesOf(entry), 0)
}

/** Questions of the self-tests of entries. */
export function questionsIn(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, entry) => sum + (entry.collection === 'lessons' ? entry.data.quiz.length : 0),
    0,
  )
}
