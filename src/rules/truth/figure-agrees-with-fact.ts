import { supportById } from '../reading/figures/claims.ts'
import { citedFigures, homeOf } from '../reading/figures/cited-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const figureAgreesWithFact = entryRule({
  id: 'figure-agrees-with-fact',
  summary: '引用标注管着的数字，和它的事实是同一个数。',
  severity: 'error',
  *check(context) {
    for (const { figure, facts, at, verdict } of citedFigures(context)) {
      if (verdict?.kind !== 'value') continue
      const names = facts.join('、')
      const home = homeOf(figure, context.entry, context.share(supportById))
      yield {
        at,
        message: verdict.known
          ? `“${figure.text}”和事实 ${names} 对不上，事实里是“${verdict.known.text}”。`
          : `事实 ${names} 里没有“${figure.text}”这个数。`,
        hint: home
          ? `这个数在事实 ${home} 里：在数字后面加上 [^${home}]。`
          : '照事实改写数字；这个数另有出处的，在它后面标上那个事实。',
      }
    }
  },
})
