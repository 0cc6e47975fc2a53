import { poolFinding, questionPool } from '../reading/question-pool.ts'
import { libraryRule } from '../engine/rule.ts'

/** Fewer questions than this show no habit. */
const least = 6

export const quizMultiplesLeaveDoubt = libraryRule({
  id: 'quiz-multiples-leave-doubt',
  summary: '全站的多选题里，只错一项的不到一半。',
  severity: 'warning',
  testedBy: 'src/rules/quiz/question-pool.test.ts',
  *check({ share }) {
    const multiples = share(questionPool).filter(({ kind }) => kind === 'multiple')
    const oneWrong = multiples.filter(
      ({ options, right }) => options.length - new Set(right).size === 1,
    )
    const [example] = oneWrong
    if (multiples.length < least || !example || oneWrong.length * 2 < multiples.length) return
    yield poolFinding(example, {
      message: `${multiples.length} 道多选题里有 ${oneWrong.length} 道只错一项，读者找出最不像的一项就能全对。`,
      hint: '给一些题再写一个常见的错误理解，或减少正确的项数；可以从这一题改起。',
    })
  },
})
