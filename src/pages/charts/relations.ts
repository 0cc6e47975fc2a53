import * as Plot from '@observablehq/plot'
import { escapeHtml } from '../../formats/xml.ts'
import { plot } from './plot.ts'
import { display } from './words.ts'

/** Lines that fan out from one place to another, one for each thing counted. */
export function flowPicture(
  { from, to, count }: { from: string; to: string; count: number },
  id: string,
): string {
  const fan = (variant: string, width: number, height: number) => {
    const start: [number, number] = [8, height / 2]
    const step = count > 1 ? (height - 20) / (count - 1) : 0
    const ends = Array.from({ length: count }, (_, index): [number, number] => [
      width - 8,
      count > 1 ? 10 + index * step : height / 2,
    ])
    return plot({
      id: `${id}-${variant}`,
      width,
      height,
      marks: [
        Plot.link(ends, {
          x1: start[0],
          y1: start[1],
          x2: ([x]: [number, number]) => x,
          y2: ([, y]: [number, number]) => y,
          curve: 'bump-x',
          className: 'c-flow',
        }),
        Plot.dot(ends, { r: 5, className: 'c-hot' }),
        Plot.dot([start], { r: 8, className: 'c-tide' }),
      ],
      label: `${count}条线，从${from}通向${to}`,
    })
  }
  return `<div class="flow"><b>${escapeHtml(from)}</b><div><div class="d-only">${fan('w', 520, 176)}</div><div class="m-only">${fan('n', 200, 150)}</div></div><b>${escapeHtml(to)}</b></div>`
}

/** One body above and those it works through below; on phones the lines run down the left edge. */
export function structurePicture(
  { root, parts }: { root: string; parts: { name: string; note?: string }[] },
  id: string,
  words: readonly string[],
): string {
  const centre = (index: number) => ((index + 0.5) * 300) / parts.length
  const ends = parts.map((_, index) => centre(index))
  const lines: [number, number][][] = [
    [
      [150, 40],
      [150, 20],
    ],
    [
      [ends[0] ?? 0, 20],
      [ends.at(-1) ?? 0, 20],
    ],
    ...ends.map((x): [number, number][] => [
      [x, 20],
      [x, 0],
    ]),
  ]
  const links = plot({
    id,
    width: 300,
    height: 40,
    marks: lines.map((line) => Plot.line(line, { className: 'c-link' })),
    stretch: true,
  })
  const nodes = parts.map(
    ({ name, note }) =>
      `<li class="node">${note ? `<small>${display(note, words)}</small>` : ''}${display(name, words)}</li>`,
  )
  return `<div class="tree tree--${parts.length}"><p class="node node--h">${display(root, words)}</p><div class="tree__l">${links}</div><ul>${nodes.join('')}</ul></div>`
}

export interface Event {
  when: string
  label: string
  note?: string
}

/** What happened in which order; the distances mean nothing, and the caption says so. */
export function timelinePicture(events: Event[], words: readonly string[]): string {
  const items = events.map(
    ({ when, label, note }) =>
      `<li><span class="tc">${escapeHtml(when)}</span><b>${display(label, words)}</b>${note ? `<span>${display(note, words)}</span>` : ''}</li>`,
  )
  return `<div class="time"><ol>${items.join('')}</ol></div>`
}
