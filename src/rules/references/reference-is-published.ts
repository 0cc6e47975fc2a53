import { isPublished } from '../../content/library.ts'
import { statuses } from '../../model/entry.ts'
import { linksOf } from '../reading/entry-links.ts'
import { entryRule } from '../engine/rule.ts'

export const referenceIsPublished = entryRule({
  id: 'reference-is-published',
  summary: '已发布的条目，字段里只提到已发布的条目。',
  severity: 'error',
  *check(context) {
    const { entry, library } = context
    if (!isPublished(entry)) return
    for (const { path, at, from } of linksOf(context)) {
      const goal = library.byPath.get(path)
      if (from === 'body' || !goal || isPublished(goal)) continue
      // A course may name the lessons that are still to come.
      if (entry.collection === 'courses' && goal.data.status === 'draft') continue
      yield {
        at,
        message: `“${goal.data.title}”${statuses[goal.data.status]}，读者打不开。`,
        hint: goal.data.status === 'draft' ? '等它发布以后再写上。' : '删去，或换成还在的条目。',
      }
    }
  },
})
