import { expectedBy, poolFinding, questionPool } from '../reading/question-pool.ts'
import type { PooledQuestion } from '../reading/question-pool.ts'
import { libraryRule } from '../engine/rule.ts'

/** Fewer choices than this can agree by chance. */
const least = 10

export const quizLengthTellsNothing = libraryRule({
  id: 'quiz-length-tells-nothing',
  summary: '全站的单选题里，最长的选项正确的次数不比碰巧多。',
  severity: 'warning',
  testedBy: 'src/rules/quiz/question-pool.test.ts',
  *check({ share }) {
    const choices = share(questionPool).filter(
      (asked) => asked.kind === 'single' && longestOf(asked) >= 0,
    )
    const guessed = choices.filter((asked) => asked.right[0] === longestOf(asked))
    const { mean, deviation } = expectedBy(choices.map(({ options }) => 1 / options.length))
    const [example] = guessed
    if (choices.length < least || !example || guessed.length <= mean + deviation) return
    yield poolFinding(example, {
      message: `${choices.length} 道单选题里，最长的选项就是答案的有 ${guessed.length} 道，碰巧约为 ${Math.round(mean)} 道，不读课文也能猜中。`,
      hint: '把错误选项写得一样具体，像真会有人这样想；或把正确选项写短。可以从这一题改起。',
    })
  },
})

/** The place of the one longest option; -1 where two are as long. */
function longestOf({ options }: PooledQuestion): number {
  const lengths = options.map(({ length }) => length)
  const most = Math.max(...lengths)
  const place = lengths.indexOf(most)
  return place === lengths.lastIndexOf(most) ? place : -1
}
