import type PptxGenJS from 'pptxgenjs'
import type { Bars, Chart } from './chart.ts'
import { colours, fonts, sizeFor, smallest } from './page.ts'
import type { Box } from './page.ts'
import { drawTable } from './table.ts'

type Sheet = PptxGenJS.Slide

/** A chart in a box, of parts that can be edited: a chart of the program's own, shapes, a table, text. */
export function drawChartIn(sheet: Sheet, chart: Chart, box: Box): void {
  if (chart.kind === 'bars') drawBars(sheet, chart, box)
  else if (chart.kind === 'flow') drawFlow(sheet, chart, box)
  else if (chart.kind === 'tree') drawTree(sheet, chart, box)
  else if (chart.kind === 'table') drawTable(sheet, chart.grid, box)
  else words(sheet, chart.words, box, { fontSize: 44, valign: 'middle' })
}

function words(sheet: Sheet, text: string, box: Box, more: PptxGenJS.TextPropsOptions): void {
  sheet.addText(text, {
    ...{ ...box, fontFace: fonts.sans, color: colours.ink, margin: 0, lang: 'zh-CN', ...more },
    fontSize: sizeFor(text, box, more.fontSize ?? smallest),
  })
}

/** A bar ends where its number does; its name says the number as the source has it. */
function drawBars(sheet: Sheet, { rows }: Bars, box: Box): void {
  // The first stands lowest, as programs count from the axis.
  const upwards = [...rows].reverse()
  const labels = upwards.map(({ label, said }) => `${label}\u3000${said}`)
  sheet.addChart('bar', [{ name: '数', labels, values: upwards.map(({ count }) => count) }], {
    ...{ ...box, barDir: 'bar', barGapWidthPct: 60 },
    chartColors: [colours.accent],
    ...{ catAxisLabelFontFace: fonts.sans, catAxisLabelFontSize: smallest },
    catAxisLabelColor: colours.ink,
    // From nought, so that lengths compare.
    ...{ valAxisHidden: true, valAxisMinVal: 0, valGridLine: { style: 'none' } },
    ...{ catGridLine: { style: 'none' }, showLegend: false, showValue: false },
    altText: [...labels].reverse().join('；'),
  })
}

/** Lines from one place to as many points as there are. */
function drawFlow(
  sheet: Sheet,
  { from, to, count }: Extract<Chart, { kind: 'flow' }>,
  box: Box,
): void {
  const side = 2.6
  const place = { y: box.y, w: side, h: box.h }
  const look = { bold: true, fontSize: 44, valign: 'middle', fontFace: fonts.serif } as const
  words(sheet, from, { ...place, x: box.x }, { ...look, align: 'left' })
  words(sheet, to, { ...place, x: box.x + box.w - side }, { ...look, align: 'right' })
  const [left, right] = [box.x + side, box.x + box.w - side]
  const [middle, step] = [box.y + box.h / 2, box.h / Math.max(1, count)]
  for (let index = 0; index < count; index++) {
    const end = box.y + step * (index + 0.5)
    sheet.addShape('line', {
      ...{ x: left, y: Math.min(middle, end), w: right - left, h: Math.abs(end - middle) },
      ...{ flipV: end < middle, line: { color: colours.ink3, width: 1.5 } },
    })
    point(sheet, right, end, 0.07, colours.accent)
  }
  point(sheet, left, middle, 0.12, colours.ink)
}

function point(sheet: Sheet, x: number, y: number, radius: number, color: string): void {
  sheet.addShape('ellipse', {
    ...{ x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius, fill: { color } },
  })
}

/** A box above, a line down to each of those beside each other below. */
function drawTree(sheet: Sheet, { root, parts }: Extract<Chart, { kind: 'tree' }>, box: Box): void {
  const line = { color: colours.ink, width: 1.5 }
  const [gap, top, joint] = [0.3, Math.min(1.2, box.h * 0.3), 0.5]
  const width = (box.w - gap * (parts.length - 1)) / Math.max(1, parts.length)
  const head = { x: box.x + box.w * 0.15, y: box.y, w: box.w * 0.7, h: top }
  const node = {
    line,
    fill: { color: colours.surface },
    align: 'center',
    valign: 'middle',
  } as const
  words(sheet, root, head, { ...node, fontSize: 36, bold: true, shape: 'rect' })
  const [middle, below] = [box.x + box.w / 2, box.y + top + joint]
  sheet.addShape('line', { x: middle, y: box.y + top, w: 0, h: joint / 2, line })
  sheet.addShape('line', {
    ...{ x: box.x + width / 2, y: below - joint / 2, w: box.w - width, h: 0, line },
  })
  parts.forEach(({ name, note }, index) => {
    const x = box.x + index * (width + gap)
    sheet.addShape('line', { x: x + width / 2, y: below - joint / 2, w: 0, h: joint / 2, line })
    const text = note === '' ? name : `${note}\n${name}`
    const place = { x, y: below, w: width, h: box.h - top - joint }
    words(sheet, text, place, { ...node, fontSize: 34, shape: 'rect' })
  })
}
