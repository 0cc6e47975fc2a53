import type { Question } from '../../model/training.ts'
import { answerKey } from '../../model/training.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'

/** Fewer questions than this can agree by chance. */
const least = 3

export const quizAnswersVary = entryRule({
  id: 'quiz-answers-vary',
  summary: '一课的正确答案不总在同一个位置，也不总是最长的那个。',
  severity: 'warning',
  collections: ['lessons'],
  *check({ entry }) {
    const { quiz } = entry.data
    const single = quiz.filter(({ kind }) => kind === 'single')
    const letters = new Set(single.map((question) => answerKey(question).right[0]))
    const [letter = -1] = letters
    const hint = '调换几道题的选项次序，答案的字母也跟着改。'
    if (single.length >= least && letters.size === 1 && letter >= 0)
      yield at(`${single.length} 道单选题的答案都是 ${String.fromCharCode(65 + letter)}。`, hint)
    if (single.length >= least && single.every(isLongest))
      yield at(
        `${single.length} 道单选题的答案都是最长的选项，不读课文也能猜中。`,
        '把错误选项写得一样具体，或把正确选项写短。',
      )
    const judge = quiz.filter(({ kind }) => kind === 'judge')
    const said = new Set(judge.map((question) => answerKey(question).right[0]))
    if (judge.length >= least && said.size === 1)
      yield at(
        `${judge.length} 道判断题的答案都是“${said.has(0) ? '对' : '错'}”。`,
        '把一道题的说法反过来写。',
      )
  },
})

function at(message: string, hint: string): Finding {
  return { at: { field: ['quiz'], part: 'key' }, message, hint }
}

/** Longer than every other option by half. */
function isLongest(question: Question): boolean {
  const { options, right } = answerKey(question)
  const longest = options[right[0] ?? -1]?.length ?? 0
  const rest = options.filter((_, index) => index !== right[0]).map(({ length }) => length)
  return longest > Math.max(0, ...rest) * 1.5
}
