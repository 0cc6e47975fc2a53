import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const packQuestionNamesItsGround = entryRule({
  id: 'pack-question-names-its-ground',
  summary: '学习包的每道讨论题，写明出自哪一篇或哪个事实。',
  severity: 'error',
  collections: ['packs'],
  *check({ entry }) {
    if (!isPublished(entry)) return
    for (const [index, { entry: from, cites }] of entry.data.questions.entries()) {
      if (from !== undefined || cites.length > 0) continue
      yield {
        at: { field: ['questions', index, 'question'] },
        message: `第 ${index + 1} 个问题没有写出自哪里，讨论起来没有凭据。`,
        hint: '写上 entry（站内地址）或 cites（事实编号）。',
      }
    }
  },
})
