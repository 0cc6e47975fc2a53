import { lessonsFor } from '../../../../src/meeting/contest/address.ts'
import type { ContestStart } from '../../../../src/meeting/contest/address.ts'
import { contestNote, withContestNote } from '../../../../src/meeting/contest/words.ts'
import type { Meeting, MeetingRow } from '../../../../src/meeting/meeting.ts'
import { meetings } from '../meetings.ts'

/** The meeting a contest belongs to, and the row it is played in. */
export interface ContestMeeting {
  id: string
  row: number | undefined
  start: ContestStart
}

/** The kept meeting an address names: `#id=UUID`, and the row by `&row=3`. */
export async function meetingAt(given: URLSearchParams): Promise<ContestMeeting | undefined> {
  const id = given.get('id')
  const meeting = id ? await meetings.get(id) : undefined
  if (!meeting) return undefined
  const row = rowOf(meeting, given.get('row'))
  const start = {
    title: meeting.title,
    pages: lessonsFor(meeting.rows, row),
    minutes: row?.minutes ?? 0,
  }
  return { id: meeting.id, row: row?.id, start }
}

function rowOf({ rows }: Meeting, number: string | null): MeetingRow | undefined {
  return (
    rows.find(({ id }) => String(id) === number) ??
    rows.find(({ contest }) => contest) ??
    rows.find(({ kind }) => kind === '自测')
  )
}

/** Note in the record that a contest was played: how many questions and teams, nobody's score. */
export async function noteContest(
  { id, row }: Pick<ContestMeeting, 'id' | 'row'>,
  questions: number,
  teams: number,
): Promise<void> {
  const name = '竞赛结果和答案'
  const note = contestNote(questions, teams)
  await meetings.change(id, (before) => {
    const attached = before.record?.attached ?? []
    const all = attached.includes(name) ? attached : [...attached, name]
    const rows = before.rows.map((one) =>
      one.id === row ? { ...one, points: withContestNote(one.points, note) } : one,
    )
    return { ...before, rows, record: { ...before.record, attached: all } }
  })
}
