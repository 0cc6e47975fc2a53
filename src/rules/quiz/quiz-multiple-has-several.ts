import { answerKey } from '../../model/training.ts'
import { entryRule } from '../engine/rule.ts'

export const quizMultipleHasSeveral = entryRule({
  id: 'quiz-multiple-has-several',
  summary: '多选题至少有两个正确答案，也至少有一个错误选项。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, question] of entry.data.quiz.entries()) {
      if (question.kind !== 'multiple') continue
      const { options, right } = answerKey(question)
      const different = new Set(right).size
      const at = { field: ['quiz', index, 'answer'] }
      if (different < 2)
        yield {
          at,
          message: '这道多选题只有一个正确答案。',
          hint: '改成单选题（kind: single），或补上别的正确选项。',
        }
      else if (different >= options.length && !right.includes(-1))
        yield {
          at,
          message: `这道多选题的 ${options.length} 个选项全对，全选就能得分。`,
          hint: '换掉至少一个选项，写一个常见的错误理解；或改成判断题。',
        }
    }
  },
})
