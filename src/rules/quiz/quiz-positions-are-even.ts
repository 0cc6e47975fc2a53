import { expectedBy, poolFinding, questionPool } from '../reading/question-pool.ts'
import { libraryRule } from '../engine/rule.ts'

/** Chance alone leads further than two standard deviations about once in twenty pools. */
const tolerance = 2

export const quizPositionsAreEven = libraryRule({
  id: 'quiz-positions-are-even',
  summary: '全站的单选题里，正确答案在各个位置上出现得差不多。',
  severity: 'warning',
  testedBy: 'src/rules/quiz/question-pool.test.ts',
  *check({ share }) {
    const choices = share(questionPool).filter(
      ({ kind, lesson }) => kind === 'single' && !lesson.data.shuffle,
    )
    const positions = Math.max(0, ...choices.map(({ options }) => options.length))
    for (let place = 0; place < positions; place += 1) {
      const able = choices.filter(({ options }) => options.length > place)
      const { mean, deviation } = expectedBy(able.map(({ options }) => 1 / options.length))
      const there = able.filter(({ right }) => right[0] === place)
      const excess = there.length - mean
      const [example] = excess > 0 ? there : able
      if (!example || Math.abs(excess) <= tolerance * deviation) continue
      const letter = String.fromCharCode(65 + place)
      yield poolFinding(example, {
        message: `${able.length} 道单选题里，答案是 ${letter} 的有 ${there.length} 道，平均分布约为 ${Math.round(mean)} 道，读者能猜出规律。`,
        hint: `${excess > 0 ? '把一些题的正确选项挪到别处' : `把一些题的正确选项挪到 ${letter}`}，答案的字母也跟着改；可以从这一题改起。`,
      })
    }
  },
})
