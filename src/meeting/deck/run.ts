import { isStay, rowSpans } from './row-spans.ts'
import type { Visit } from './row-spans.ts'
import type { StageData } from './stage-data.ts'

/** A showing: where it is and when each row was on. Moments are milliseconds, passed in. */
export interface Run {
  /** The slide that is shown, from 0. */
  at: number
  /** When the title was left: people arrive before a meeting begins. */
  began?: number
  rows: RowTime[]
  /** Rows in the order in which they were on; one of them twice where it was returned to. */
  visits: Visit[]
  blank: boolean
  dark: boolean
}

interface RowTime {
  /** Minutes it is to take: as planned, or as the host cut it on the way. */
  minutes: number
}

export function newRun({ rows }: Pick<StageData, 'rows'>, dark: boolean): Run {
  return {
    ...{ at: 0, blank: false, dark, visits: [] },
    rows: rows.map(({ minutes }) => ({ minutes })),
  }
}

/** A showing that goes on after the rows of these visits, at the first slide of the last of them. */
export function resumedRun(
  stage: StageData,
  visits: readonly Visit[],
  { dark, now }: { dark: boolean; now: number },
): Run {
  const [first, last] = [visits[0], visits.at(-1)]
  const run = { ...newRun(stage, dark), visits: [...visits] }
  const at = stage.slides.findIndex(({ row }) => row === last?.row)
  return first && at > 0 ? goTo({ ...run, began: first.from }, stage, at, now) : run
}

/**
 * Show another slide; whatever is out of range leads to the first or the last. Back on the first before
 * any row was stayed at, the meeting has not begun: somebody looked whether all is there.
 */
export function goTo(run: Run, stage: StageData, to: number, now: number): Run {
  const at = Math.min(Math.max(0, to), stage.slides.length - 1)
  if (at === 0 && !left(run.visits, now).some(isStay)) {
    const { rows, dark } = run
    return { rows, dark, at, blank: false, visits: [] }
  }
  const row = stage.slides[at]?.row
  const before = stage.slides[run.at]?.row
  const began = run.began ?? (at > 0 ? now : undefined)
  return {
    ...run,
    ...{ at, blank: false },
    ...(began === undefined ? {} : { began }),
    visits: row === before ? run.visits : [...left(run.visits, now), ...entered(row, now)],
  }
}

function entered(row: number | undefined, now: number): Visit[] {
  return row === undefined ? [] : [{ row, from: now }]
}

function left(visits: readonly Visit[], now: number): Visit[] {
  return visits.map((one) => ({ ...one, to: one.to ?? now }))
}

/** The showing is over: the row that was on has ended. */
export function ended(run: Run, now: number): Run {
  return { ...run, visits: left(run.visits, now) }
}

/** Minutes a row has been on so far; undefined where it was not yet. */
export function spentMinutes({ visits }: Run, row: number, now: number): number | undefined {
  const own = visits.filter((one) => one.row === row)
  if (own.length === 0) return undefined
  return own.reduce((sum, { from, to = now }) => sum + to - from, 0) / 60_000
}

/** Whether a row is on now. */
function isOn({ visits }: Run, row: number): boolean {
  const last = visits.at(-1)
  return last?.row === row && last.to === undefined
}

export function elapsedMinutes({ began }: Run, now: number): number {
  return began === undefined ? 0 : (now - began) / 60_000
}

/** Minutes by which the meeting will end after what was planned, if the rest takes what it is to take. */
export function lateMinutes(
  run: Run,
  { minutes }: Pick<StageData, 'minutes'>,
  now: number,
): number {
  if (run.began === undefined || run.rows.length === 0) return 0
  const rest = run.rows.reduce((sum, { minutes: own }, row) => {
    const spent = spentMinutes(run, row, now)
    if (spent === undefined) return sum + own
    return isOn(run, row) ? sum + Math.max(0, own - spent) : sum
  }, 0)
  return Math.max(0, Math.round(elapsedMinutes(run, now) + rest - minutes))
}

/** Rows that can give up time: those yet to come, the longest of 讨论, 学习 and 自测 first; up to two. */
export function rowsToCut(
  run: Run,
  { rows }: Pick<StageData, 'rows'>,
  late: number,
): { row: number; kind: string; minutes: number }[] {
  return rows
    .flatMap(({ kind }, row) => {
      const time = run.rows[row]
      const isOpen = time && (isOn(run, row) || spentMinutes(run, row, 0) === undefined)
      if (!isOpen || !['讨论', '学习', '自测'].includes(kind)) return []
      const minutes = Math.min(late, Math.floor(time.minutes / 2))
      return minutes > 0 ? [{ row, kind, minutes, length: time.minutes }] : []
    })
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map(({ row, kind, minutes }) => ({ row, kind, minutes }))
}

export function cut(run: Run, row: number, minutes: number): Run {
  return {
    ...run,
    rows: run.rows.map((one, index) =>
      index === row ? { ...one, minutes: Math.max(1, one.minutes - minutes) } : one,
    ),
  }
}

/** Share of what was planned from which a showing that came to its last row was the meeting itself. */
const enough = 0.5

/** Whether the meeting took place: its last row was on, and it was no quick look through the slides. */
export function tookPlace(
  run: Run,
  stage: Pick<StageData, 'minutes' | 'rows'>,
  now: number,
): boolean {
  const isThrough = rowSpans(run.visits, now).has(stage.rows.length - 1)
  return isThrough && elapsedMinutes(run, now) >= stage.minutes * enough
}
