import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const heldPersonIsNotPublished = entryRule({
  id: 'held-person-is-not-published',
  summary: '标了暂缓的人，不发布。',
  severity: 'error',
  collections: ['people'],
  silenceable: false,
  *check({ entry }) {
    if (!entry.data.hold || !isPublished(entry)) return
    yield {
      at: { field: 'status' },
      message: `这个人标了暂缓（${entry.data.hold}），不能发布。`,
      hint: '弄清以后删去 hold 再发布；弄不清的，把状态改成 draft。',
    }
  },
})
