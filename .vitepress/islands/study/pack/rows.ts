import { agenda, clock, pageIn, rowKind } from '../../../../src/study/pack.ts'
import type { PackItem } from '../../../../src/study/pack.ts'
import type { AgendaKind } from '../../../../src/model/agenda.ts'
import type { PackEntry } from './load-entry.ts'

/** A row of the agenda with the page it is about, where it is about one. */
export interface PackRow {
  kind: AgendaKind
  minutes: number
  title: string
  entry?: PackEntry
}

/** An item as a row; undefined while its page is on the way, and when it is gone. */
export function rowOf(
  item: PackItem,
  entries: ReadonlyMap<string, PackEntry | 'missing'>,
): PackRow | undefined {
  const { minutes } = item
  const page = pageIn(item)
  if (page === undefined)
    return { kind: rowKind(item), minutes, title: 'title' in item ? item.title : '' }
  const entry = entries.get(page)
  if (entry === undefined || entry === 'missing') return undefined
  return { kind: rowKind(item), minutes, title: titleOf(entry), entry }
}

/** A ready pack's own page stands for its three questions. */
function titleOf({ kind, title }: PackEntry): string {
  return kind === 'pack' ? '三个问题' : title
}

/** Rows with the time each begins, from the start of the meeting. */
export function timed<Row extends { minutes: number }>(rows: readonly Row[]) {
  const { starts } = agenda(rows)
  return rows.map((row, index) => ({ row, start: clock(starts[index] ?? 0) }))
}

/** Every page of the rows, once: what lies in the folder to take along. */
export function entriesIn(rows: readonly PackRow[]): PackEntry[] {
  return [...new Set(rows.flatMap(({ entry }) => entry ?? []))]
}

/** The texts that are handed out. */
export function handouts(rows: readonly PackRow[]): PackEntry[] {
  return entriesIn(rows).filter(({ kind }) => kind !== 'pack')
}

/** Whose questions are talked about: of the rows of talk, or of everything where no row says so. */
export function talkedAbout(rows: readonly PackRow[]): PackEntry[] {
  return chosenBy(rows, '讨论').filter(({ discussion }) => discussion.length > 0)
}

/** Whose self-tests are done, in the same way. */
export function tested(rows: readonly PackRow[]): PackEntry[] {
  return chosenBy(rows, '自测').filter(({ questions }) => questions.length > 0)
}

function chosenBy(rows: readonly PackRow[], kind: AgendaKind): PackEntry[] {
  const own = entriesIn(rows.filter((row) => row.kind === kind))
  return own.length > 0 ? own : entriesIn(rows)
}
