import { poolFinding, questionPool } from '../reading/question-pool.ts'
import { libraryRule } from '../engine/rule.ts'

/** Fewer judgements than this can lean to one side by chance. */
const least = 10

export const quizJudgementsAreBalanced = libraryRule({
  id: 'quiz-judgements-are-balanced',
  summary: '全站的判断题里，“对”占四成到六成。',
  severity: 'warning',
  testedBy: 'src/rules/quiz/question-pool.test.ts',
  *check({ share }) {
    const judgements = share(questionPool).filter(({ kind }) => kind === 'judge')
    const isTrue = judgements.filter(({ right }) => right[0] === 0)
    const percent = Math.round((isTrue.length / judgements.length) * 100)
    if (judgements.length < least || (percent >= 40 && percent <= 60)) return
    const [side, other] = percent < 40 ? (['错', '对'] as const) : (['对', '错'] as const)
    const example = judgements.find(({ right }) => (right[0] === 0) === (side === '对'))
    if (!example) return
    yield poolFinding(example, {
      message: `全站 ${judgements.length} 道判断题，答案是“对”的占 ${percent}%，读者总选“${side}”就能过半。`,
      hint: `把一些题的说法改写一遍，让答案变成“${other}”，到“对”占 40% 至 60% 为止；可以从这一题改起。`,
    })
  },
})
