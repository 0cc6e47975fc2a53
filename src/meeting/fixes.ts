import type { AgendaKind } from '../model/agenda.ts'
import { minutesOfRows, withChanged, withRow } from './agenda.ts'
import type { Meeting, MeetingRow } from './meeting.ts'

/** One way to make a meeting as long as is wanted. */
export interface Fix {
  /** `讨论改成11分钟`. */
  words: string
  /** Minutes it takes away (below 0) or adds. */
  by: number
  rows: MeetingRow[]
  /** Where the wish is changed, not the rows. */
  wanted?: number
}

/** A row whose self-test has so many questions. */
type QuestionCount = (row: MeetingRow) => number

/** Kinds that a meeting goes without most easily, first. */
const droppable: readonly AgendaKind[] = ['其他', '重温誓词', '观看', '自测', '学习']
/** A talk or a reading is no longer one below this. */
const leastMinutes = 5
const leastQuestions = 3
const most = 3

/** Up to three ways to end when it is wanted, the gentlest first; each does it alone. Empty when it fits. */
export function fixesFor(
  { rows, wanted }: Pick<Meeting, 'rows' | 'wanted'>,
  questionsIn: QuestionCount,
): Fix[] {
  const over = minutesOfRows(rows) - wanted
  if (over === 0 || rows.length === 0) return []
  const ways = over > 0 ? shorter(rows, over, questionsIn) : longer(rows, -over)
  const longerWish = {
    words: `想开的改成${wanted + over}分钟`,
    by: 0,
    rows: [...rows],
    wanted: wanted + over,
  }
  return [...ways, ...(wanted + over >= leastMinutes ? [longerWish] : [])].slice(0, most)
}

function shorter(rows: readonly MeetingRow[], over: number, questionsIn: QuestionCount): Fix[] {
  return [
    ...dropped(rows, over),
    ...trimmed(rows, '讨论', over),
    ...fewerQuestions(rows, over, questionsIn),
    ...trimmed(rows, '学习', over),
    ...everythingShorter(rows, over),
  ]
}

/** Without the one row that is long enough, and no longer than it must. */
function dropped(rows: readonly MeetingRow[], over: number): Fix[] {
  const enough = rows
    .filter(
      ({ kind, minutes }) => droppable.includes(kind) && minutes >= over && minutes <= over * 2,
    )
    .sort((a, b) => a.minutes - b.minutes || droppable.indexOf(a.kind) - droppable.indexOf(b.kind))
  return enough.slice(0, 1).map((row) => ({
    words: `去掉${nameOf(row, rows)}`,
    by: -row.minutes,
    rows: rows.filter(({ id }) => id !== row.id),
  }))
}

/** With the longest row of a kind made shorter. */
function trimmed(rows: readonly MeetingRow[], kind: AgendaKind, over: number): Fix[] {
  const row = longest(rows, kind)
  if (!row || row.minutes - over < leastMinutes) return []
  const minutes = row.minutes - over
  return [
    {
      words: `${nameOf(row, rows)}改成${minutes}分钟`,
      by: -over,
      rows: withChanged(rows, row.id, { minutes }),
    },
  ]
}

function fewerQuestions(
  rows: readonly MeetingRow[],
  over: number,
  questionsIn: QuestionCount,
): Fix[] {
  const row = longest(rows, '自测')
  const questions = row ? (row.quiz ?? questionsIn(row)) : 0
  if (!row || row.minutes <= over) return []
  const quiz = Math.floor((questions * (row.minutes - over)) / row.minutes)
  if (quiz < leastQuestions) return []
  const minutes = row.minutes - over
  return [
    { words: `自测减到${quiz}题`, by: -over, rows: withChanged(rows, row.id, { minutes, quiz }) },
  ]
}

/** Every row in proportion: always possible while each keeps a minute. */
function everythingShorter(rows: readonly MeetingRow[], over: number): Fix[] {
  const total = minutesOfRows(rows)
  if (total - over < rows.length) return []
  const share = (total - over) / total
  let next = rows.map((row) => ({ ...row, minutes: Math.max(1, Math.floor(row.minutes * share)) }))
  let left = total - over - minutesOfRows(next)
  // What rounding leaves goes to the longest rows, a minute each; what it took comes from them.
  while (left !== 0) {
    const step = Math.sign(left)
    const row = [...next].sort((a, b) => b.minutes - a.minutes)[0]
    if (!row) break
    next = next.map((one) => (one.id === row.id ? { ...one, minutes: one.minutes + step } : one))
    left -= step
  }
  return [{ words: '各项都短一点', by: -over, rows: next }]
}

function longer(rows: readonly MeetingRow[], short: number): Fix[] {
  const has = (kind: AgendaKind) => rows.some((row) => row.kind === kind)
  const ways: Fix[] = []
  const talk = longest(rows, '讨论')
  if (talk)
    ways.push({
      words: `${nameOf(talk, rows)}加到${talk.minutes + short}分钟`,
      by: short,
      rows: withChanged(rows, talk.id, { minutes: talk.minutes + short }),
    })
  else if (short >= leastMinutes) ways.push(added(rows, '讨论', short))
  if (!has('布置') && short <= leastMinutes) ways.push(added(rows, '布置', short))
  if (!has('重温誓词') && short >= 3 && short <= 8) ways.push(added(rows, '重温誓词', short))
  const study = longest(rows, '学习')
  if (study)
    ways.push({
      words: `${nameOf(study, rows)}加到${study.minutes + short}分钟`,
      by: short,
      rows: withChanged(rows, study.id, { minutes: study.minutes + short }),
    })
  return ways
}

function added(rows: readonly MeetingRow[], kind: AgendaKind, minutes: number): Fix {
  return { words: `加一项${kind}，${minutes}分钟`, by: minutes, rows: withRow(rows, kind, minutes) }
}

function longest(rows: readonly MeetingRow[], kind: AgendaKind): MeetingRow | undefined {
  return rows.filter((row) => row.kind === kind).sort((a, b) => b.minutes - a.minutes)[0]
}

/** The kind where there is one of it; else which one: `第4项学习`. */
function nameOf(row: MeetingRow, rows: readonly MeetingRow[]): string {
  const alike = rows.filter(({ kind }) => kind === row.kind)
  return alike.length === 1 ? row.kind : `第${rows.indexOf(row) + 1}项${row.kind}`
}
