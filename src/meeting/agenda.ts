import { agenda, clock } from '../study/pack.ts'
import type { AgendaKind } from '../model/agenda.ts'
import { meetingLimits, nextRowId } from './meeting.ts'
import type { MeetingRow } from './meeting.ts'

/** What rows take together. */
export function minutesOfRows(rows: readonly Pick<MeetingRow, 'minutes'>[]): number {
  return agenda(rows).total
}

/** When each row begins, from the start of the meeting: `0:03`. */
export function startsOf(rows: readonly Pick<MeetingRow, 'minutes'>[]): string[] {
  return agenda(rows).starts.map(clock)
}

/** What a row of a kind is when it is added: its usual words and minutes. */
const usual: Record<AgendaKind, { title: string; minutes: number }> = {
  签到: { title: '请在签到表上签名', minutes: 3 },
  学习: { title: '', minutes: 10 },
  观看: { title: '', minutes: 5 },
  讨论: { title: '讨论', minutes: 15 },
  自测: { title: '自测题', minutes: 10 },
  重温誓词: { title: '面对党旗，重温入党誓词', minutes: 5 },
  表决: { title: '', minutes: 10 },
  布置: { title: '会后一件事', minutes: 4 },
  其他: { title: '', minutes: 5 },
}

/** Of a 自测 that teams play. */
export const contestTitle = '知识竞赛'

/** The words a row of a kind has when it is added. */
export function rowWords(kind: AgendaKind): string {
  return usual[kind].title
}

/** A new row; 签到 comes first, 布置 last, everything else before it. */
export function withRow(
  rows: readonly MeetingRow[],
  kind: AgendaKind,
  minutes = usual[kind].minutes,
): MeetingRow[] {
  if (rows.length >= meetingLimits.rows) return [...rows]
  const row = { id: nextRowId(rows), kind, title: usual[kind].title, minutes, pages: [] }
  const last = rows[rows.length - 1]
  const place =
    kind === '签到' ? 0 : last?.kind === '布置' && kind !== '布置' ? rows.length - 1 : rows.length
  return [...rows.slice(0, place), row, ...rows.slice(place)]
}

/** The rows with one moved to a place; out of the list's ends it stays. */
export function withMoved(rows: readonly MeetingRow[], from: number, to: number): MeetingRow[] {
  const moved = [...rows]
  const [row] = moved.splice(from, 1)
  if (!row || to < 0 || to >= rows.length) return [...rows]
  moved.splice(to, 0, row)
  return moved
}

/** The rows with parts of one changed; a part given as undefined is taken away. */
export function withChanged(
  rows: readonly MeetingRow[],
  id: number,
  parts: { [Part in keyof MeetingRow]?: MeetingRow[Part] | undefined },
): MeetingRow[] {
  return rows.map((row) => {
    if (row.id !== id) return row
    const entries = Object.entries({ ...row, ...parts }).filter(([, value]) => value !== undefined)
    // Required parts are never given as undefined by the callers' types' values.
    return Object.fromEntries(entries) as unknown as MeetingRow
  })
}

/** What is written down of a row, not planned. */
const recorded = ['began', 'ended', 'points', 'answers'] as const

/** Rows as they are planned now, with what was written down of them since: the projector may be at work. */
export function withRecorded(
  planned: readonly MeetingRow[],
  before: readonly MeetingRow[],
): MeetingRow[] {
  return planned.map((row) => {
    const known = before.find(({ id }) => id === row.id)
    if (!known) return row
    const next = { ...row }
    for (const part of recorded) delete next[part]
    const parts = recorded.flatMap((part) => (part in known ? [[part, known[part]]] : []))
    return { ...next, ...Object.fromEntries(parts) }
  })
}

/** Minutes as somebody typed them, within what a row may take. */
export function soundMinutes(written: number): number {
  return Math.min(meetingLimits.minutes, Math.max(0, Math.round(written) || 0))
}
