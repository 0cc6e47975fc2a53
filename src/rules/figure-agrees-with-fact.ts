import { supportById, supportFor } from './figures/claims.ts'
import { citedFigures, homeOf } from './figures/cited.ts'
import { verdictOn } from './figures/verdict.ts'
import { entryRule } from './rule.ts'

export const figureAgreesWithFact = entryRule({
  id: 'figure-agrees-with-fact',
  summary: '引用标注管着的数字，和它的事实是同一个数。',
  area: 'truth',
  severity: 'error',
  *check(context) {
    const known = context.share(supportById)
    for (const { figure, facts, at, isBeside } of citedFigures(context)) {
      const support = supportFor(facts, known)
      const verdict = support && verdictOn(figure, support, isBeside)
      if (verdict?.kind !== 'value') continue
      const names = facts.join('、')
      const home = homeOf(figure, context.entry, known)
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
