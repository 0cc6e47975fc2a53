import { chineseDay } from '../../formats/chinese-day.ts'
import type { Meeting, MeetingRow } from '../meeting.ts'
import { minutesOfRows } from '../agenda.ts'
import { attachmentMarks } from './attachments.ts'
import { noMaterial, pointsOf, questionsOf } from './draft.ts'
import type { RowMaterial } from './draft.ts'
import { absentCount } from './missing.ts'
import { actualMinutes, meetingTimes, spanWords } from './times.ts'
import { voteSentence } from './vote.ts'

/** The record as it goes on paper and into a Word file: what is not known is an empty cell. */
export interface MinutesSheet {
  name: string
  time: string
  place: string
  host: string
  minuteTaker: string
  attendance: string
  absences: string
  rows: SheetRow[]
  planned: number
  actual: string
  votes: { matter: string; result: string; resolution: string }[]
  attachments: { text: string; on: boolean }[]
  /** So much was said that it takes smaller type to stay on one page. */
  isFull: boolean
  sign: SignSheet
}

export interface SheetRow {
  time: string
  kind: string
  /** Lines of text; an empty one is a line to write on. */
  lines: string[]
  planned: number
  actual: string
}

/** The sheet that is signed by hand. */
interface SignSheet {
  about: string
  rows: number
}

/** A day to write in by hand: a sheet without one is filed nowhere. */
const dayToWrite = '　　　　年　　月　　日'

/** Day and times; with neither the cell is empty. */
function timeWords(day: string | undefined, span: string): string {
  if (day) return `${chineseDay(day)}${span}`
  return span && `${dayToWrite}${span}`
}

/** Rows of a sign-in sheet where nobody said how many should come; and what one page holds. */
const signRows = { usual: 20, most: 25 } as const

export function minutesSheet(
  meeting: Meeting,
  materials: ReadonlyMap<number, RowMaterial>,
): MinutesSheet {
  const { record = {}, rows, day, title, forms } = meeting
  const { began, ended } = meetingTimes(meeting)
  const date = day ? chineseDay(day) : dayToWrite
  const sheetRows = rows.map((row) => sheetRow(row, materials.get(row.id) ?? noMaterial))
  return {
    name: [forms.join('、'), title].filter(Boolean).join('：'),
    time: timeWords(day, spanWords(began, ended)),
    place: record.place ?? '',
    host: record.host ?? '',
    minuteTaker: record.minuteTaker ?? '',
    attendance: attendanceWords(meeting),
    absences: (record.absences ?? [])
      .map(({ name, reason }) => `${name || '〔姓名〕'}${reason}`)
      .join('；'),
    rows: sheetRows,
    isFull: linesOf(sheetRows) > mostLines,
    planned: minutesOfRows(rows),
    actual: totalWords(rows),
    votes: (record.votes ?? []).map((vote) => ({
      matter: vote.matter,
      result: voteSentence(vote),
      resolution: vote.resolution,
    })),
    attachments: attachmentMarks(record.attached ?? []),
    sign: signSheet(meeting, date),
  }
}

/** Characters on a line of the agenda, and lines of it that fit on the page in its usual type. */
const lineLength = 34
const mostLines = 15

function linesOf(rows: readonly SheetRow[]): number {
  const inLine = (text: string) => Math.max(1, Math.ceil(text.length / lineLength))
  return rows.reduce(
    (sum, { lines }) =>
      sum +
      Math.max(
        1,
        lines.reduce((all, line) => all + inLine(line), 0),
      ),
    0,
  )
}

function attendanceWords(meeting: Meeting): string {
  const { expected, present } = meeting.record ?? {}
  const number = (count: number | undefined) => count ?? '　　'
  return `应到${number(expected)}人，实到${number(present)}人，缺席${number(absentCount(meeting))}人`
}

function sheetRow(row: MeetingRow, material: RowMaterial): SheetRow {
  const questions = questionsOf(row, material)
  const points = pointsOf(row, material)
  const asked = questions.flatMap((question, index) => [
    `${questionNumber(index)}：${question}`,
    row.answers?.[index] ?? '',
  ])
  return {
    time: spanWords(row.began, row.ended),
    kind: row.kind,
    lines: [...asked, ...(points ? points.split('\n') : [])],
    planned: row.minutes,
    actual: String(actualMinutes(row) ?? ''),
  }
}

/** `第一问`, `第二问`. */
export function questionNumber(index: number): string {
  return `第${'一二三四五六七八'[index] ?? index + 1}问`
}

/** Minutes of all rows together; empty while one of them is not known. */
function totalWords(rows: readonly MeetingRow[]): string {
  const each = rows.map(actualMinutes)
  if (each.includes(undefined)) return ''
  return String(each.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0))
}

function signSheet({ forms, record }: Meeting, date: string): SignSheet {
  const expected = record?.expected
  const people = expected === undefined ? '应到　　人' : `应到${expected}人`
  const rows = Math.max(signRows.usual, expected ?? 0)
  return {
    about: [forms.join('、'), date, people].filter(Boolean).join('　'),
    rows: Math.min(rows, Math.ceil(rows / signRows.most) * signRows.most),
  }
}
