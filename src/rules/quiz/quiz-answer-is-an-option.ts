import { answerKey } from '../../model/training.ts'
import { entryRule } from '../engine/rule.ts'

export const quizAnswerIsAnOption = entryRule({
  id: 'quiz-answer-is-an-option',
  summary: '自测题的答案都在选项里。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, question] of entry.data.quiz.entries()) {
      const { options, right } = answerKey(question)
      const answers = [question.answer].flat()
      for (const [place, option] of right.entries())
        if (option < 0)
          yield {
            at: {
              field: ['quiz', index, 'answer', ...(question.kind === 'multiple' ? [place] : [])],
            },
            message: `答案“${String(answers[place])}”不在选项里。`,
            hint: `写选项的字母（A 到 ${String.fromCharCode(64 + options.length)}），或照抄一个选项：${options.join('、')}。`,
          }
    }
  },
})
