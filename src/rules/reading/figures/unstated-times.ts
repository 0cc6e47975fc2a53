import type { Fact, Source } from '../../../model/sources.ts'
import { datesIn, isWithin, partsOf, yearsIn } from './written-dates.ts'

/** Indexes of the facts whose time (`as_of`) the source's facts do not state. */
export function unstatedTimes({ facts, published }: Pick<Source, 'facts' | 'published'>): number[] {
  const dates = facts.filter(({ statement }) => !statement.includes('刊发')).flatMap(datesOf)
  return facts.flatMap((fact, index) => {
    const { as_of: asOf } = fact
    if (asOf === undefined || asOf === 'undated') return []
    const wanted = partsOf(asOf)
    // The month of publication is what slips in where a source gives no time.
    const isSlip = asOf.length < 10 && published?.startsWith(asOf)
    const own = isSlip ? datesOf(fact) : dates
    return own.some((given) => isWithin(wanted, given)) ? [] : [index]
  })
}

/** Every date a fact has of its source: in words, statement, note, article or as its figure. */
function datesOf({ figure, statement, words, note = '', article = '' }: Fact) {
  const said = [...words, statement, note, article].join('\n')
  return [
    ...datesIn(said),
    ...yearsIn(said),
    ...String(figure ?? '')
      .split('/')
      .map(partsOf),
  ]
}
