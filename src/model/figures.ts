import { chineseDate } from './dates.ts'
import type { Fact } from './sources.ts'

/** A fact's figure as readers see it: number, the source's qualifier, unit. */
export function figureOf(
  fact: Fact,
): { value: string; qualifier: string; unit: string } | undefined {
  if (fact.figure === undefined) return undefined
  const qualifier = { exact: '', over: '余', about: '约', rhetorical: '（概数）' }[
    fact.qualifier ?? 'exact'
  ]
  if (typeof fact.figure === 'string')
    return { value: spoken(fact.figure), qualifier: '', unit: '' }
  return { value: String(fact.figure), qualifier, unit: fact.unit ?? '' }
}

function spoken(figure: string): string {
  if (/^\d{4}(-\d\d){0,2}$/.test(figure)) return chineseDate(figure)
  if (/^\d{4}(-\d\d){0,2}\/\d{4}(-\d\d){0,2}$/.test(figure))
    return figure.split('/').map(chineseDate).join('至')
  return figure
}

/** A fact's figure as a picture shows it: 约 before, 余 and the unit after, small beside the number. */
export interface Numeral {
  before: string
  value: string
  after: string
}

/** Undefined for a fact without a figure. */
export function numeralOf(fact: Fact): Numeral | undefined {
  const figure = figureOf(fact)
  if (!figure) return undefined
  const before = figure.qualifier === '约' ? '约' : ''
  return { before, value: figure.value, after: `${before ? '' : figure.qualifier}${figure.unit}` }
}
