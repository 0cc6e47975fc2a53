import * as Plot from '@observablehq/plot'
import { escapeHtml } from '../../formats/xml.ts'
import { hollowMarks, amountText } from './amounts.ts'
import type { Amount } from './amounts.ts'
import { plot } from './plot.ts'
import { display, legend } from './words.ts'

interface CountRow extends Amount {
  /** Out of how many, when the source says so. */
  of?: number
}

const cell = 30

/** Numbers under each other, one dot for each thing counted, all dots of one size. */
export function countsPicture(
  rows: CountRow[],
  rest: string | undefined,
  id: string,
  words: readonly string[],
): string {
  const lengths = rows.map((row) => Math.max(row.count + hollowMarks(row), row.of ?? 0))
  const width = Math.max(...lengths) * cell
  const pictures = rows.map((row, index) => {
    const svg = countDots(row, `${id}-${index}`, width, index === 0 ? 'hot' : 'mid')
    return `<div><p class="rx"><b class="big">${escapeHtml(row.value)}</b><span>${display(row.unit + row.label, words)}</span></p>${svg}</div>`
  })
  const first = rows[0]
  const key =
    rest && first
      ? legend(
          [
            { text: first.label, look: 'hot' },
            { text: rest, look: 'ring' },
          ],
          words,
        )
      : ''
  return `<div class="rowsx">${key}${pictures.join('')}</div>`
}

function countDots(row: CountRow, id: string, width: number, look: string): string {
  const total = Math.max(row.count + hollowMarks(row), row.of ?? 0)
  const centre = (index: number): [number, number] => [index * cell + cell / 2, cell / 2]
  const all = Array.from({ length: total }, (_, index) => centre(index))
  return plot({
    id,
    width,
    height: cell,
    marks: [
      Plot.dot(all.slice(0, row.count), { r: 11, className: `c-${look}` }),
      Plot.dot(all.slice(row.count), { r: 10.3, className: 'c-ln c-ln--bold' }),
    ],
    label: row.of ? `${row.of}个中的${row.count}个` : `${row.label}，${amountText(row)}`,
  })
}

const bar = { width: 520, height: 20, tail: 16 }

/** Bars from one zero, each under its name and number; a hollow end stands for 余. */
export function barsPicture(rows: Amount[], id: string, words: readonly string[]): string {
  const longest = Math.max(...rows.map(({ count }) => count))
  const scale = (bar.width - bar.tail) / longest
  const pictures = rows.map((row, index) => {
    const end = row.count * scale
    const marks = [
      Plot.rect([0], {
        x1: 0,
        x2: end,
        y1: 2,
        y2: 18,
        className: index === rows.length - 1 ? 'c-hot' : 'c-cool',
      }),
    ]
    if (row.rough)
      marks.push(
        Plot.rect([0], {
          x1: end + 2,
          x2: end + bar.tail - 1,
          y1: 2.5,
          y2: 17.5,
          className: 'c-ln',
        }),
      )
    const svg = plot({
      id: `${id}-${index}`,
      width: bar.width,
      height: bar.height,
      marks,
      label: `${row.label}，${amountText(row)}`,
    })
    return `<div><p class="rx"><b class="big">${escapeHtml(row.value)}</b><span>${display(`${row.unit} ${row.label}`, words)}</span></p>${svg}</div>`
  })
  return `<div class="rowsx">${pictures.join('')}</div>`
}
