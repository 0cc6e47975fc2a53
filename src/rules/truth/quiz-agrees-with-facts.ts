import { answerKey } from '../../model/training.ts'
import type { Question } from '../../model/training.ts'
import { supportById, supportFor } from '../reading/figures/claims.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import { faultOf } from '../reading/figures/figure-fault.ts'
import { statedFigures } from '../reading/figures/fact-support.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const quizAgreesWithFacts = entryRule({
  id: 'quiz-agrees-with-facts',
  summary: '自测题的解析、正确选项和判断为对的题目，数字和引用的事实一致。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry, prose, share }) {
    const known = share(supportById)
    for (const passage of prose(entry)) {
      const [root, index, part, option] = passage.field ?? []
      const question = root === 'quiz' ? entry.data.quiz[Number(index)] : undefined
      if (!question || !isTrue(question, part, option)) continue
      const cites = question.cites.length > 0 ? question.cites : citedFacts([entry])
      const support = supportFor(cites, known)
      if (!support) continue
      const source = `事实 ${Array.from(cites).join('、')} `
      for (const figure of statedFigures(passage.text)) {
        if (figure.measure === '' || isDenied(passage.text, figure.from)) continue
        const fault = faultOf({ figure, support, passage, source, onlyRivals: true })
        if (fault) yield { at: { span: spanIn(passage, figure.from, figure.to) }, ...fault }
      }
    }
  },
})

/** Wrong options and statements judged false say wrong figures on purpose. */
function isTrue(question: Question, part: unknown, option: unknown): boolean {
  if (part === 'explanation') return true
  const { right } = answerKey(question)
  if (part === 'options') return question.kind !== 'judge' && right.includes(Number(option))
  return part === 'question' && question.kind === 'judge' && right[0] === 0
}

/** 不是700家 and 写成600家 name a wrong figure. */
function isDenied(text: string, at: number): boolean {
  return /(不是|不等于|不能|写成|改成|换成|误|错|漏|丢|去掉|[“‘])[^，。；]{0,8}$/.test(
    text.slice(Math.max(0, at - 14), at),
  )
}
