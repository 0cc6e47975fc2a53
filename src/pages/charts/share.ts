import * as Plot from '@observablehq/plot'
import type { Drawing } from '../../model/charts.ts'
import { hollowMarks, amountText } from './amounts.ts'
import type { Amount } from './amounts.ts'
import { plot } from './plot.ts'
import { legend, numeral } from './words.ts'
import type { LegendItem } from './words.ts'

export interface Share {
  whole: Amount
  parts: Amount[]
  rest: string
  mark: Extract<Drawing, { kind: 'share' }>['mark']
}

/** One stretch of marks of the same look. */
interface Run {
  from: number
  to: number
  look: 'hot' | 'mid' | 'cool' | 'ln'
}

const looks = ['hot', 'mid'] as const
const cell = 12
/** Below this a field is drawn flatter, or its dots would be as large as buttons. */
const fewDots = 200
/** Gap between dots of each look, so that size tells them apart as well as colour. */
const gaps = { hot: 3.2, mid: 3.8, cool: 4.8, ln: 5.8 }

/** Width to height of a field of dots on each kind of page. */
export const aspects = { wide: 4.25, narrow: 1.08, article: 2.7, card: 1.55 }

function runsOf({ whole, parts }: Share): Run[] {
  let at = 0
  const runs: Run[] = parts.map(({ count }, index) => {
    const from = at
    at += count
    return { from, to: at, look: looks[index] ?? 'mid' }
  })
  runs.push({ from: at, to: whole.count, look: 'cool' })
  runs.push({ from: whole.count, to: whole.count + hollowMarks(whole), look: 'ln' })
  return runs.filter(({ from, to }) => to > from)
}

/** What the picture says, for those who do not see it. */
function sentence({ whole, parts, mark }: Share): string {
  const counted = parts.map((part) => `${part.label}${amountText(part)}`).join('，')
  return `${amountText(whole)}${mark === 'dot' ? '圆点' : '竖条'}，其中${counted}`
}

/** A field of dots filled column by column, one dot for each thing counted. */
export function dots(share: Share, id: string, aspect: number): string {
  const runs = runsOf(share)
  const total = runs.at(-1)?.to ?? 0
  const shape = aspect * (share.whole.count < fewDots ? 2 : 1)
  const rows = Math.max(1, Math.round(Math.sqrt(share.whole.count / shape)))
  const columns = Math.ceil(total / rows)
  const marks = runs.map(({ from, to, look }) =>
    Plot.waffleX([0], {
      x1: [from],
      x2: [to],
      multiple: rows,
      gap: gaps[look],
      rx: '100%',
      className: `c-${look}`,
    }),
  )
  return plot({
    id,
    width: columns * cell,
    height: rows * cell,
    x: [0, columns * rows],
    marks,
    turned: true,
    label: sentence(share),
  })
}

const barField = { width: 520, height: 104, top: 12, apart: 11 }

/** Bars in a row, one for each thing counted; the counted set stands apart under a bracket. */
function bars(share: Share, id: string): string {
  const runs = runsOf(share)
  const total = runs.at(-1)?.to ?? 0
  const { width, height, top, apart } = barField
  const pitch = (width - apart * share.parts.length) / total
  const thick = pitch * 0.56
  const shift = (look: Run['look']) =>
    look === 'hot' ? 0 : look === 'mid' ? apart : apart * share.parts.length
  const marks = runs.map(({ from, to, look }) =>
    Plot.rect(
      Array.from({ length: to - from }, (_, index) => (from + index) * pitch + shift(look)),
      {
        x1: (x: number) => x + (look === 'ln' ? 0.5 : 0),
        x2: (x: number) => x + thick - (look === 'ln' ? 0.5 : 0),
        y1: top + (look === 'ln' ? 0.5 : 0),
        y2: height - (look === 'ln' ? 0.5 : 0),
        className: `c-${look}`,
      },
    ),
  )
  const end = (share.parts[0]?.count ?? 0) * pitch - pitch + thick
  const bracket = [
    [0, 7],
    [0, 2],
    [end, 2],
    [end, 7],
  ] as [number, number][]
  return plot({
    id,
    width,
    height,
    marks: [...marks, Plot.line(bracket, { className: 'c-br' })],
    label: sentence(share),
  })
}

function keys(share: Share, withCounts: boolean): LegendItem[] {
  const square = share.mark === 'bar'
  return [
    ...share.parts.map((part, index) => ({
      text: withCounts ? `${part.label}，${amountText(part)}` : part.label,
      look: looks[index] ?? ('mid' as const),
      square,
    })),
    { text: share.rest, look: 'rest', square },
    ...(share.whole.rough ? [{ text: '“余”，原文未给确数', look: 'ring' as const, square }] : []),
  ]
}

/** The whole picture of a share on a page of charts. */
export function sharePicture(share: Share, id: string, words: readonly string[]): string {
  if (share.mark === 'bar') return legend(keys(share, true), words) + bars(share, id)
  const numerals = [
    numeral(share.whole.value, `${share.whole.unit}${share.whole.label}`),
    ...share.parts.map((part, index) =>
      numeral(part.value, `${part.unit}${part.label}`, index === 0 ? 'hotn' : 'midn'),
    ),
  ].join('')
  const wide = `<div class="d-only">${dots(share, `${id}-w`, aspects.wide)}</div>`
  const narrow = `<div class="m-only">${dots(share, `${id}-n`, aspects.narrow)}</div>`
  return `<div class="chart__two"><div class="wl">${numerals}${legend(keys(share, false), words)}</div><div>${wide}${narrow}</div></div>`
}

/** The picture inside a text, under its own legend. */
export function shareInText(share: Share, id: string, words: readonly string[]): string {
  const key = legend(keys(share, true), words)
  if (share.mark === 'bar') return key + bars(share, id)
  const wide = `<div class="d-only">${dots(share, `${id}-t`, aspects.article)}</div>`
  return `${key}${wide}<div class="m-only">${dots(share, `${id}-m`, aspects.narrow)}</div>`
}
