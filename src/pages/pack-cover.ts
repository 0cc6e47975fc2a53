import type { AgendaKind } from '../model/agenda.ts'
import { arc, onCircle, round } from './drawn-cover.ts'
import type { DrawnCover, Tone } from './drawn-cover.ts'

interface Row {
  kind: AgendaKind
  minutes: number
}

const gap = 3

/** The cover of a pack: column, strip, stems or dial, by its month, so that neighbours differ. */
export function packCover(month: number | undefined, rows: readonly Row[]): DrawnCover {
  const draw = [column, strip, stems, dial][(month ?? 0) % 4] ?? column
  return draw(month === undefined ? '' : String(month), rows)
}

function column(month: string, rows: readonly Row[]): DrawnCover {
  const bars = spread(rows, 14, 149.4).map(({ tone, at, length }) => ({
    ...{ tone, x: 292, y: at },
    ...{ width: 9, height: length },
  }))
  return { ...numeral(month, 196, 166, 124), bars, lines: [] }
}

function strip(month: string, rows: readonly Row[]): DrawnCover {
  const bars = spread(rows, 104, 193).map(({ tone, at, length }) => ({
    ...{ tone, x: at, y: 152 },
    ...{ width: length, height: 9 },
  }))
  return { ...numeral(month, 262, 128, 118), bars, lines: [] }
}

/** Each row a stem and its minutes along the ground. */
function stems(month: string, rows: readonly Row[]): DrawnCover {
  const heights = { hot: 34, mid: 26, soft: 16 }
  const lines = spread(rows, 104, 193).map(({ tone, at, length }) => ({
    ...{ tone, width: 2.5 },
    path: `M${at} 166v-${heights[tone]}M${at} 166h${length}`,
  }))
  return { ...numeral(month, 214, 126, 84), bars: [], lines }
}

/** The agenda on the face of a clock: an hour is the whole round. */
function dial(month: string, rows: readonly Row[]): DrawnCover {
  const face = { x: 252, y: 120, radius: 37 }
  const ticks = Array.from({ length: 12 }, (_, hour) => ({
    ...{ tone: 'soft' as const, width: 1.4 },
    path: `M${onCircle({ ...face, radius: 51 }, hour / 12)}L${onCircle({ ...face, radius: 54 }, hour / 12)}`,
  }))
  let before = 0
  const arcs = rows.map(({ kind, minutes }) => {
    const [from, to] = [before, before + minutes - 0.4]
    before += minutes
    const tone = toneOf(kind)
    return { tone, path: arc(face, from / 60, to / 60), width: tone === 'hot' ? 18 : 14 }
  })
  return { ...numeral(month, 142, 160, 112), bars: [], lines: [...ticks, ...arcs] }
}

function numeral(text: string, x: number, y: number, size: number): Pick<DrawnCover, 'numeral'> {
  return text ? { numeral: { text, x, y, size } } : {}
}

/** Rows one after the other over a length, with gaps between them. */
function spread(rows: readonly Row[], from: number, length: number) {
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0)
  const pace = (length - gap * (rows.length - 1)) / Math.max(1, total)
  let at = from
  return rows.map(({ kind, minutes }) => {
    const here = at
    at += minutes * pace + gap
    return { tone: toneOf(kind), at: round(here), length: round(minutes * pace) }
  })
}

function toneOf(kind: AgendaKind): Tone {
  if (kind === '讨论') return 'hot'
  return kind === '学习' || kind === '观看' ? 'mid' : 'soft'
}
