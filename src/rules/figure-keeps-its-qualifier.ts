import { citedFigures } from './figures/cited.ts'
import type { CitedFigure } from './figures/cited.ts'
import { addingQualifier, qualifierFault } from './figures/qualifier.ts'
import { entryRule } from './rule.ts'

export const figureKeepsItsQualifier = entryRule({
  id: 'figure-keeps-its-qualifier',
  summary: '引用的数字带着来源的“余”“约”，不多也不少。',
  area: 'truth',
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
