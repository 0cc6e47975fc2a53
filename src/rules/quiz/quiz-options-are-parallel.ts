import { entryRule } from '../engine/rule.ts'

const everything =
  /^(?:以上|上述|上面)?(?:各?项|选项)?(?:答案|说法|选项|内容)?(?:全部?|都|均|皆)(?:是|不是|对|不对|正确|不正确|错|错误)$|^(?:以上|上述)(?:都|均|皆|全)/
const ends = /[。！？；.!?;]$/

export const quizOptionsAreParallel = entryRule({
  id: 'quiz-options-are-parallel',
  summary: '选项形式一致，没有“以上都对”。',
  severity: 'warning',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, { options = [] }] of entry.data.quiz.entries()) {
      const place = options.findIndex((option) => everything.test(option.replace(ends, '')))
      if (place >= 0)
        yield {
          at: { field: ['quiz', index, 'options', place] },
          message: `选项“${options[place]}”不考内容，只考排除。`,
          hint: '改成多选题，或换成一个具体的选项。',
        }
      const ended = options.filter((option) => ends.test(option)).length
      if (ended > 0 && ended < options.length)
        yield {
          at: { field: ['quiz', index, 'options'] },
          message: '有的选项以句号收尾，有的没有，容易让人猜出答案。',
          hint: '统一：短语都不加句号，整句都加。',
        }
    }
  },
})
