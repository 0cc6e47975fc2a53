import type { MeetingRow } from '../../../../src/meeting/meeting.ts'
import { titleOfPages } from '../../../../src/meeting/row-title.ts'
import type { AgendaKind } from '../../../../src/model/agenda.ts'
import { agenda, clock } from '../../../../src/study/pack.ts'
import type { QuizQuestion } from '../../../../src/pages/training.ts'
import type { PackEntry } from './load-entry.ts'

export type Loaded = ReadonlyMap<string, PackEntry | 'missing'>

/** A row of the agenda with the pages it is about. */
export interface PackRow {
  kind: AgendaKind
  minutes: number
  title: string
  host?: string
  note?: string
  entries: PackEntry[]
  /** Of the branch's own, in place of those its pages ask. */
  questions?: string[]
  /** So many of its self-test's questions, where not all. */
  quiz?: number
}

/** A row of a meeting with its pages as far as they are there: one that is gone is left out. */
export function rowOf(row: MeetingRow, loaded: Loaded): PackRow {
  const entries = row.pages.flatMap((page) => {
    const entry = loaded.get(page)
    return entry === undefined || entry === 'missing' ? [] : [entry]
  })
  const { kind, minutes, host, note, questions, quiz } = row
  return {
    ...{ kind, minutes, entries, title: row.title || titleOf(entries) },
    ...(host === undefined ? {} : { host }),
    ...(note === undefined ? {} : { note }),
    ...(questions === undefined ? {} : { questions }),
    ...(quiz === undefined ? {} : { quiz }),
  }
}

function titleOf(entries: readonly PackEntry[]): string {
  return titleOfPages(entries.map(({ kind, title }) => ({ title, isPack: kind === 'pack' })))
}

/** Rows with the time each begins, from the start of the meeting. */
export function timed<Row extends { minutes: number }>(rows: readonly Row[]) {
  const { starts } = agenda(rows)
  return rows.map((row, index) => ({ row, start: clock(starts[index] ?? 0) }))
}

/** Every page of the rows, once: what lies in the folder to take along. */
export function entriesIn(rows: readonly PackRow[]): PackEntry[] {
  return [...new Set(rows.flatMap(({ entries }) => entries))]
}

/** The texts that are handed out. */
export function handouts(rows: readonly PackRow[]): PackEntry[] {
  return entriesIn(rows).filter(({ kind }) => kind !== 'pack')
}

/** Questions to talk about, under what they are about. */
interface Talk {
  title: string
  questions: string[]
}

/** What is talked about: in the rows of talk, or about everything where no row of talk has questions. */
export function talksOf(rows: readonly PackRow[]): Talk[] {
  const own = rows.filter(({ kind }) => kind === '讨论').flatMap(talksIn)
  return own.length > 0 ? own : entriesIn(rows).flatMap(talkAbout)
}

/** Of one row. */
export function talksIn(row: PackRow): Talk[] {
  return row.questions
    ? [{ title: row.title, questions: row.questions }]
    : row.entries.flatMap(talkAbout)
}

function talkAbout({ title, discussion }: PackEntry): Talk[] {
  return discussion.length > 0 ? [{ title, questions: discussion }] : []
}

/** A question of a self-test, and the lesson it is from. */
export interface Asked {
  question: QuizQuestion
  entry: PackEntry
}

/** The self-tests that are done, in the same way. */
export function askedIn(rows: readonly PackRow[]): Asked[] {
  const own = rows.filter(({ kind }) => kind === '自测').flatMap(quizIn)
  return own.length > 0 ? own : entriesIn(rows).flatMap(quizOf)
}

/** Of one row. */
export function quizIn({ entries, quiz }: PackRow): Asked[] {
  return entries.flatMap(quizOf).slice(0, quiz)
}

function quizOf(entry: PackEntry): Asked[] {
  return entry.questions.map((question) => ({ question, entry }))
}
