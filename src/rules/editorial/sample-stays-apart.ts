import { isPublished } from '../../content/library.ts'
import { linksOf } from '../reading/entry-links.ts'
import { entryRule } from '../engine/rule.ts'

export const sampleStaysApart = entryRule({
  id: 'sample-stays-apart',
  summary: '正式的条目不链接示例条目。',
  severity: 'error',
  *check(context) {
    const { entry, library } = context
    if (!isPublished(entry) || entry.data.provenance === 'sample') return
    for (const { path, at } of linksOf(context)) {
      const goal = library.byPath.get(path)
      if (goal?.data.provenance !== 'sample') continue
      yield {
        at,
        message: `“${goal.data.title}”是示例，正式发布时没有这一页。`,
        hint: '删去这个链接，或换成正式的条目。',
      }
    }
  },
})
