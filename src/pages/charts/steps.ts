import * as Plot from '@observablehq/plot'
import type { Library } from '../../content/library.ts'
import type { Drawing } from '../../model/charts.ts'
import { citable } from '../facts.ts'
import { plot } from './plot.ts'
import { display } from './words.ts'

type Steps = Extract<Drawing, { kind: 'steps' }>

/** A step of a procedure and the time its rule gives for it, in the rule's own words. */
interface Step {
  label: string
  stage?: string
  by?: string
  term?: string
  /** The time in months; absent where the rule gives none, or counts school hours or working days. */
  months?: number
  /** The rule says at least, so that the bar has no end. */
  open: boolean
}

/** The steps of a drawing in their order; none when a fact of one is missing. */
function stepsOf(library: Library, { steps }: Steps): Step[] {
  const read = steps.flatMap(({ fact: id, ...step }) => {
    const fact = citable(library, id)?.fact
    if (!fact) return []
    const months = step.term === undefined ? undefined : monthsOf(fact)
    const open = /以上|不少于|不能少于/.test(step.term ?? '')
    return { ...step, open, ...(months ? { months } : {}) }
  })
  return read.length < steps.length ? [] : read
}

function monthsOf({ figure, unit }: { figure?: string | number; unit?: string }) {
  if (typeof figure !== 'number') return undefined
  if (unit === '年') return figure * 12
  return unit === '个月' ? figure : undefined
}

const bar = { width: 240, height: 16, tail: 14 }

/** What follows what, each with who does it and how long: bars are on one scale, the longest fills it. */
export function stepsPicture(library: Library, drawing: Steps, id: string): string {
  const steps = stepsOf(library, drawing)
  const { words } = library.site
  const longest = Math.max(1, ...steps.map(({ months = 0 }) => months))
  const items = steps.map((step, index) => {
    const part = (name: string, text: string | undefined) =>
      text === undefined ? '' : `<span class="${name}">${display(text, words)}</span>`
    const svg = step.months ? termBar(step, longest, `${id}-${index}`) : ''
    return `<li>${part('phase', step.stage)}<div><b>${display(step.label, words)}</b>${part('by', step.by)}</div><div>${part('term', step.term)}${svg}</div></li>`
  })
  return items.length > 0 ? `<div class="steps"><ol>${items.join('')}</ol></div>` : ''
}

/** The words beside it say all that the bar shows. */
function termBar({ months = 0, open }: Step, longest: number, id: string): string {
  const end = (months / longest) * (bar.width - bar.tail)
  const whole = open ? end : bar.width - bar.tail
  const marks = [
    Plot.rect([0], { x1: 0, x2: whole, y1: 7.5, y2: 8.5, className: 'c-cool' }),
    Plot.rect([0], { x1: 0, x2: end, y1: 3, y2: 13, className: 'c-tide' }),
  ]
  if (open)
    marks.push(
      Plot.rect([0], {
        x1: end + 2,
        x2: end + bar.tail - 1,
        y1: 3.5,
        y2: 12.5,
        className: 'c-ln',
      }),
    )
  return plot({ id, width: bar.width, height: bar.height, marks })
}
