import { exactlySameMeasure, sameMeasure } from './measure-words.ts'
import type { Figure } from './written-figures.ts'
import type { KnownFigure, Support } from './fact-support.ts'

/** How a figure stands to the facts it is cited from. */
export interface Verdict {
  kind: 'agrees' | 'silent' | 'value' | 'qualifier' | 'measure' | 'rhetorical' | 'computed'
  /** The figure of the facts that it should have been. */
  known?: KnownFigure
}

/**
 * Compare a figure with what facts hold. `silent` when nothing certain can be said: a small Chinese
 * number such as 一个, or an ordinal the facts know nothing of.
 */
export function verdictOn(figure: Figure, support: Support, besideMark = false): Verdict {
  if (figure.qualifier === 'rhetorical') return { kind: 'silent' }
  const figures = support.figures.filter((known) => isComparable(figure, known))
  const equal = figures.filter((known) => isClose(known.value, figure.value))
  const fitting = equal.filter((known) => sameMeasure(known.measure, figure.measure))
  if (fitting.some(({ qualifier }) => qualifier === figure.qualifier)) return { kind: 'agrees' }
  const [known] = fitting
  if (known) return { kind: known.qualifier === 'rhetorical' ? 'rhetorical' : 'qualifier', known }
  if (equal[0]) return { kind: figure.strong ? 'measure' : 'silent', known: equal[0] }
  return unknown(figure, support, besideMark)
}

/** No fact holds the number: wrong, computed from others, or nothing to compare with. */
function unknown(figure: Figure, { figures }: Support, besideMark: boolean): Verdict {
  const isRough = ({ qualifier }: KnownFigure) => qualifier === 'over' || qualifier === 'about'
  const rough = figures.find((known) => known.kind === 'count' && isRough(known))
  const rival = figures.find(
    (known) => known.kind === figure.kind && exactlySameMeasure(known.measure, figure.measure),
  )
  if (figure.kind === 'percent' && !rival && rough) return { kind: 'computed', known: rough }
  if (figure.kind === 'ordinal')
    return rival && besideMark ? { kind: 'value', known: rival } : { kind: 'silent' }
  if (figure.strong) return { kind: 'value', known: rival }
  return rival && besideMark ? { kind: 'value', known: rival } : { kind: 'silent' }
}

function isComparable(figure: Figure, known: KnownFigure): boolean {
  if (figure.kind === 'ordinal') return known.kind !== 'percent'
  return figure.kind === known.kind || known.kind === 'ordinal'
}

/** Shares are written rounded: 33% is a third. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9
}
