import { citedFigures } from '../reading/figures/cited-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const figureKeepsItsMeasure = entryRule({
  id: 'figure-keeps-its-measure',
  summary: '引用的数字数的是事实所数的东西：家不写成人，人不写成人次。',
  severity: 'error',
  *check(context) {
    for (const { figure, facts, at, verdict } of citedFigures(context)) {
      if (verdict?.kind !== 'measure' || !verdict.known) continue
      yield {
        at,
        message: `“${figure.text}”的单位和事实 ${facts.join('、')} 不同，事实里是“${verdict.known.text}”。`,
        hint: `把“${figure.measure}”改成“${verdict.known.measure}”，或改引数的是“${figure.measure}”的事实。`,
      }
    }
  },
})
