import { citedFigures } from '../reading/figures/cited-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const shareIsNotComputedFromRoughFigures = entryRule({
  id: 'share-is-not-computed-from-rough-figures',
  summary: '带“余”“约”的数不拿来换算百分比。',
  severity: 'error',
  *check(context) {
    for (const { figure, facts, at, verdict } of citedFigures(context)) {
      if (verdict?.kind !== 'computed' || !verdict.known) continue
      yield {
        at,
        message: `“${figure.text}”不在事实 ${facts.join('、')} 里，像是用“${verdict.known.text}”算出来的。`,
        hint: '带“余”“约”的数没有给到个位，算不出占比：只写来源给出的数。',
      }
    }
  },
})
