import { figureOf } from '../model/figures.ts'
import type { Fact } from '../model/sources.ts'

export type More = '余' | '多' | '超过'

/** A figure as a film prints it: 超过 and 约 before, the number large, 万, 余 and the measure word after. */
export interface FilmNumeral {
  before: string
  value: string
  after: string
  /** What the picture counts. */
  number: number
  /** The source says more than this, or about this: what stands for the rest is hollow. */
  approx: boolean
}

/** Undefined for a fact without a number; a date is shown by other kinds of shot. */
export function filmNumeral(fact: Fact | undefined, more?: More): FilmNumeral | undefined {
  if (typeof fact?.figure !== 'number') return undefined
  const { qualifier, unit } = figureOf(fact) ?? { qualifier: '', unit: '' }
  const [value, ten] = inTenThousands(fact.figure)
  const beyond = qualifier === '余' ? (more ?? moreIn(fact.statement)) : ''
  const before = qualifier === '约' ? '约' : beyond === '超过' ? beyond : ''
  return {
    before,
    value,
    after: `${orderOf(beyond, ten, fact.statement)}${unit}`,
    number: fact.figure,
    approx: (fact.qualifier ?? 'exact') !== 'exact',
  }
}

/** 11万余公里 and 2万多名, but 140多万公里: in the order of the statement. */
function orderOf(beyond: More | '', ten: string, statement: string): string {
  if (beyond === '' || beyond === '超过') return ten
  return beyond === '余' || /万多/.test(statement) ? `${ten}${beyond}` : `${beyond}${ten}`
}

/** How the statement of a fact says “more than”. */
function moreIn(statement: string): More {
  if (/超过|超/.test(statement)) return '超过'
  return /[\d万亿]多|多[万亿]/.test(statement) ? '多' : '余'
}

/** 320000 → 32万: a number of ten thousands that has at most one place after its point. */
function inTenThousands(number: number): [string, string] {
  const ten = number / 10000
  return number >= 10000 && Number.isInteger(ten * 10) ? [String(ten), '万'] : [String(number), '']
}
