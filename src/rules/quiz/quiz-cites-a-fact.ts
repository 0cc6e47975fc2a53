import { entryRule } from '../engine/rule.ts'

export const quizCitesAFact = entryRule({
  id: 'quiz-cites-a-fact',
  summary: '每道题都引用至少一个事实。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, { cites }] of entry.data.quiz.entries()) {
      if (cites.length > 0) continue
      yield {
        at: { field: ['quiz', index, 'cites'] },
        message: `第 ${index + 1} 题没有出处，读者无从核对答案。`,
        hint: '在 cites 里写来源的事实编号，例如 cites: [hz-f11]。',
      }
    }
  },
})
