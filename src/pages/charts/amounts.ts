import { figureOf } from '../../model/figures.ts'
import type { Library } from '../../content/library.ts'
import { citable } from '../facts.ts'

/** A number to draw, as its fact has it. */
export interface Amount {
  label: string
  count: number
  /** The source says 余: the last mark is not the end. */
  rough: boolean
  /** `600` and `余家`, for display apart. */
  value: string
  unit: string
}

/** The number of a fact that may be cited; undefined when there is none to draw. */
export function amountOf(
  library: Library,
  named: { fact: string; label: string },
): Amount | undefined {
  const cited = citable(library, named.fact)
  const figure = cited && figureOf(cited.fact)
  if (!cited || !figure || typeof cited.fact.figure !== 'number') return undefined
  return {
    label: named.label,
    count: cited.fact.figure,
    rough: cited.fact.qualifier === 'over',
    value: figure.qualifier === '约' ? `约${figure.value}` : figure.value,
    unit: `${figure.qualifier === '约' ? '' : figure.qualifier}${measure(figure.unit)}`,
  }
}

/** The measure word of a unit: `家企业` is said as 家 beside a label that names what is counted. */
function measure(unit: string): string {
  return /^[万亿]?\P{Script=Latin}/u.exec(unit)?.[0] ?? unit
}

/** How many hollow marks stand for 余: enough to be seen, too few to be counted. */
export function hollowMarks({ count, rough }: Amount): number {
  return rough ? Math.max(2, Math.round(count / 100)) : 0
}

/** `600余家` */
export function amountText({ value, unit }: Amount): string {
  return `${value}${unit}`
}
