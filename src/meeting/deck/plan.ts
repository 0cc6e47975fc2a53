import type { DeckRow } from './slide.ts'

/** What is asked of a deck here; the projector has less of it than the page. */
interface Planned {
  minutes: number
  rows: readonly DeckRow[]
  slides: readonly { row?: number; name: string }[]
}

/**
 * The minute of the meeting at which each slide comes, if all goes as planned: the slides of a row share
 * its minutes, and so do all slides of a deck without rows.
 */
export function plannedMinutes({ slides, rows, minutes }: Planned): number[] {
  if (rows.length === 0)
    return slides.map((_, index) => (minutes * index) / Math.max(1, slides.length - 1))
  const starts = startsOf(rows)
  return slides.map(({ row }, index) => {
    const start = row === undefined ? 0 : (starts[row] ?? 0)
    const own = row === undefined ? 0 : (rows[row]?.minutes ?? 0)
    const beside = slides.filter((slide) => slide.row === row)
    const place = slides.slice(0, index).filter((slide) => slide.row === row).length
    return start + (own * place) / Math.max(1, beside.length)
  })
}

/** The minute each row begins. */
function startsOf(rows: readonly { minutes: number }[]): number[] {
  let start = 0
  return rows.map(({ minutes }) => {
    const own = start
    start += minutes
    return own
  })
}

/** Rows of the jump list: a part of the deck and the pages it has, from 1. */
interface Stretch {
  name: string
  row?: number
  from: number
  to: number
}

export function stretchesOf({ slides, rows }: Planned): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, { row, name }] of slides.entries()) {
    const last = stretches.at(-1)
    if (row !== undefined && last?.row === row) last.to = index + 1
    else
      stretches.push({
        name: row === undefined ? name : nameOfRow(rows[row]),
        ...(row === undefined ? {} : { row }),
        ...{ from: index + 1, to: index + 1 },
      })
  }
  return stretches
}

export function nameOfRow(row: { kind: string; title: string } | undefined): string {
  if (!row) return ''
  return row.title === '' || row.kind === '签到' ? row.kind : `${row.kind}：${row.title}`
}
