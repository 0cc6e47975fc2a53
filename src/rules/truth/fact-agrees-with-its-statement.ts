import { exactlySameMeasure } from '../reading/figures/measure-words.ts'
import { fieldFigures, statedFigures } from '../reading/figures/fact-support.ts'
import type { KnownFigure } from '../reading/figures/fact-support.ts'
import { sourceRule } from '../engine/rule.ts'

export const factAgreesWithItsStatement = sourceRule({
  id: 'fact-agrees-with-its-statement',
  summary: '事实的数字和限定，同它自己的陈述一致。',
  severity: 'error',
  *check({ source }) {
    for (const [index, fact] of source.data.facts.entries()) {
      const stated = statedFigures(fact.statement)
      for (const figure of fieldFigures(fact)) {
        const equal = stated.filter(({ value }) => value === figure.value)
        if (equal.length === 0 && contradicts(stated, figure))
          yield {
            at: { field: ['facts', index, 'figure'] },
            message: `事实 ${fact.id} 的数字是“${figure.text}”，陈述里没有这个数。`,
            hint: '对照原文，改 figure 或改 statement。',
          }
        if (equal.length > 0 && !equal.some(({ qualifier }) => qualifier === figure.qualifier))
          yield {
            at: { field: ['facts', index, fact.qualifier ? 'qualifier' : 'figure'] },
            message: `事实 ${fact.id} 的限定和陈述不一致：陈述里是“${equal[0]?.text}”。`,
            hint: '“余、多、超过”写 over，“约、近”写 about，整数写 exact，“百家”一类写 rhetorical。',
          }
      }
    }
  },
})

/** The statement counts the same thing and comes to another number. */
function contradicts(stated: readonly KnownFigure[], figure: KnownFigure): boolean {
  return stated.some(({ measure }) => exactlySameMeasure(measure, figure.measure))
}
