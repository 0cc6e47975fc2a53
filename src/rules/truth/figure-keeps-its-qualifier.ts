import { citedFigures } from '../reading/figures/cited-figures.ts'
import type { CitedFigure } from '../reading/figures/cited-figures.ts'
import { addingQualifier, qualifierFault } from '../reading/figures/qualifier-fault.ts'
import { entryRule } from '../engine/rule.ts'

export const figureKeepsItsQualifier = entryRule({
  id: 'figure-keeps-its-qualifier',
  summary: '引用的数字带着来源的“余”“约”，不多也不少。',
  severity: 'error',
  *check(context) {
    for (const cited of citedFigures(context)) {
      const { verdict } = cited
      if (verdict?.kind !== 'qualifier' || !verdict.known) continue
      yield {
        at: cited.at,
        ...qualifierFault(cited.figure, verdict.known, `事实 ${cited.facts.join('、')} `),
        fix: fixOf(cited, verdict.known.qualifier),
      }
    }
  },
})

function fixOf({ figure, passage }: CitedFigure, qualifier: string) {
  return passage && addingQualifier(figure, passage, qualifier)
}
