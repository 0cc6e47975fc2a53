import type { EntryOf, Library } from '../../content/library.ts'
import { folded } from '../reading/folded-text.ts'
import { libraryRule } from '../engine/rule.ts'

export const quizQuestionsDiffer = libraryRule({
  id: 'quiz-questions-differ',
  summary: '同一道题只出一次。',
  severity: 'error',
  *check({ library }) {
    const first = new Map<string, EntryOf<'lessons'>>()
    for (const lesson of lessons(library))
      for (const [index, { question }] of lesson.data.quiz.entries()) {
        const key = folded(question)
        const asked = first.get(key)
        first.set(key, asked ?? lesson)
        if (!asked) continue
        const where = asked === lesson ? '这一课' : `“${asked.data.title}”这一课`
        yield {
          file: lesson.file,
          at: { field: ['quiz', index, 'question'] },
          message: `${where}已经出过这道题。`,
          hint: '换一个问法，问这一课才讲到的内容；或删去一道。',
        }
      }
  },
})

function lessons(library: Library): EntryOf<'lessons'>[] {
  return library.entries.filter((entry) => entry.collection === 'lessons')
}
