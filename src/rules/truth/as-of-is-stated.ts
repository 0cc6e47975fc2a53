import type { Fact } from '../../model/sources.ts'
import { datesIn, isWithin, partsOf, yearsIn } from '../reading/figures/written-dates.ts'
import { sourceRule } from '../engine/rule.ts'

export const asOfIsStated = sourceRule({
  id: 'as-of-is-stated',
  summary: '事实的时点写在来源里：这份来源的事实里有这个日期；没有的写 undated。',
  severity: 'error',
  *check({ source }) {
    const { facts, published } = source.data
    const dates = facts.filter(({ statement }) => !statement.includes('刊发')).flatMap(datesOf)
    for (const [index, fact] of facts.entries()) {
      const { id, as_of: asOf } = fact
      if (asOf === undefined || asOf === 'undated') continue
      const wanted = partsOf(asOf)
      // The month of publication is what slips in where a source gives no time.
      const isSlip = asOf.length < 10 && published?.startsWith(asOf)
      const own = isSlip ? datesOf(fact) : dates
      if (own.some((given) => isWithin(wanted, given))) continue
      yield {
        at: { field: ['facts', index, 'as_of'] },
        message: `事实 ${id} 的时点 ${asOf} 没有写在来源里，像是拿刊发日期当了时点。`,
        hint: '来源没有写明时点的，写 undated，页面会印“截至刊发时”；写明的，把日期抄进 words。',
      }
    }
  },
})

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
