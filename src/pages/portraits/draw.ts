import { escapeHtml } from '../../formats/xml.ts'
import type { Portrait } from '../../model/portraits.ts'
import { bars, depth, dots, peaks, ring, route, rows, timeline } from './kinds.ts'

/** What a portrait is drawn from. */
interface Drawn {
  name: string
  portrait?: Portrait
  /** The number drawn is a 余 or 约 in its source: a few hollow dots say that there were more. */
  isRough: boolean
  /** Years of the life beside, in order. */
  years: readonly number[]
}

/**
 * A typographic portrait: the name from top to bottom, and one fact drawn beside it. No photograph, no
 * randomness: the same fact gives the same picture. It says nothing that the page does not say in words,
 * so it is hidden from screen readers.
 */
export function drawPortrait({ name, portrait, isRough, years }: Drawn): string {
  const shapes = portrait ? shapesOf(portrait, isRough, years) : ''
  return `<svg viewBox="0 0 320 180" aria-hidden="true" focusable="false">${nameDrawn(name)}${shapes}</svg>`
}

function shapesOf({ kind, values }: Portrait, isRough: boolean, years: readonly number[]): string {
  const [first = 0, second] = values
  switch (kind) {
    case 'dots':
      return dots(first, { of: second, isRough })
    case 'ring':
      return ring(first, second ?? first)
    case 'route':
      return route(first)
    case 'peaks':
      return peaks(first)
    case 'rows':
      return rows(first)
    case 'depth':
      return depth(first, second ?? first)
    case 'bars':
      return bars(values)
    case 'timeline':
      return timeline(years)
  }
}

/** Room for the name, in units of the drawing. */
const column = { centre: 43.5, top: 21.6, height: 136, largest: 42, across: 1.06 }

/** One text a character: letters set upright from top to bottom need no layout that old engines lack. */
function nameDrawn(name: string): string {
  const letters = [...name]
  const size = Math.min(column.largest, column.height / letters.length / column.across)
  const free = column.height - letters.length * size
  const pitch = size + Math.min(size / 2, free / Math.max(1, letters.length - 1))
  const texts = letters.map((letter, index) => {
    const y = (column.top + size * 0.86 + index * pitch).toFixed(1)
    return `<text x="${column.centre}" y="${y}" text-anchor="middle">${escapeHtml(letter)}</text>`
  })
  return `<g class="pt__name" font-size="${size.toFixed(1)}">${texts.join('')}</g>`
}
