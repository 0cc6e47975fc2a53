import { entryRule } from '../engine/rule.ts'

/**
 * What one looks up and need not know: numbers of chapters and articles, of annexes and pages. 哪条意见
 * asks about opinions, 哪条路 about ways.
 */
const trivia =
  /(?:有|分|分为|分成|共)(?:几|多少)(?:章|节|条|款|项|个?附录|个?附件|页|编|部分)|第(?:几|多少)(?:章|节|条|款|项|页)|哪一?(?:章|节|条(?!意见|建议|评论|消息|信息|做法|路)|款|页)|附[录件]有(?:几|多少)|(?:几|多少)个?附[录件]|文号是|(?:标准|文件)的?编号是/

export const quizAsksNoTrivia = entryRule({
  id: 'quiz-asks-no-trivia',
  summary: '自测题不考章数、条号、附录有几个这类一查便知的小节。',
  severity: 'warning',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, { question }] of entry.data.quiz.entries()) {
      const found = trivia.exec(question)
      if (!found) continue
      yield {
        at: { field: ['quiz', index, 'question'] },
        message: `题目问“${found[0]}”，答得出也说明不了懂了。`,
        hint: '换成一个情境：遇到这件事该怎样做、为什么；条号和章数留给课文和出处。',
      }
    }
  },
})
