import { entryRule } from '../engine/rule.ts'

const placeholder =
  /^(?:略|无|同上|见上|见正文|见原文|见课文|见解析|待补|待补充|todo|tbd|答案[是为]?.{0,4}|正确|错误|对|错)$/i
const least = 10

export const quizIsExplained = entryRule({
  id: 'quiz-is-explained',
  summary: '每道题的解析都说出为什么。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, { explanation, question }] of entry.data.quiz.entries()) {
      const said = explanation.replace(/[\p{P}\p{Z}\s]/gu, '')
      const repeats = said === question.replace(/[\p{P}\p{Z}\s]/gu, '')
      if (!repeats && !placeholder.test(said) && said.length >= least) continue
      yield {
        at: { field: ['quiz', index, 'explanation'] },
        message: repeats ? '解析只是把题目又写了一遍。' : `解析“${explanation}”没有说出为什么。`,
        hint: `写明答案对在哪里、容易错在哪里，至少 ${least} 个字，最好用一句来源里的话。`,
      }
    }
  },
})
