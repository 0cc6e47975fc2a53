import { folded } from '../reading/folded-text.ts'
import { entryRule } from '../engine/rule.ts'

export const quizOptionsDiffer = entryRule({
  id: 'quiz-options-differ',
  summary: '一道题的选项各不相同。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry }) {
    for (const [index, { options = [] }] of entry.data.quiz.entries()) {
      const seen = new Map<string, number>()
      for (const [place, option] of options.entries()) {
        const first = seen.get(folded(option))
        seen.set(folded(option), first ?? place)
        if (first === undefined) continue
        yield {
          at: { field: ['quiz', index, 'options', place] },
          message: `选项“${option}”和第 ${first + 1} 个选项一样。`,
          hint: '换成别的选项，或删去一个。',
        }
      }
    }
  },
})
