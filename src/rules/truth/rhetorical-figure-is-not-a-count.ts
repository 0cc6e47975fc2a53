import { citedFigures } from '../reading/figures/cited-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const rhetoricalFigureIsNotACount = entryRule({
  id: 'rhetorical-figure-is-not-a-count',
  summary: '“百家”这样的概数不写成100家。',
  severity: 'error',
  *check(context) {
    for (const { figure, facts, at, verdict } of citedFigures(context)) {
      if (verdict?.kind !== 'rhetorical' || !verdict.known) continue
      yield {
        at,
        message: `事实 ${facts.join('、')} 里是概数，“${figure.text}”把它写成了确数。`,
        hint: '照来源写“百家”一类的说法，或不写数。',
      }
    }
  },
})
