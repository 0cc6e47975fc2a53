import { sectionsOf } from '../reading/body-blocks.ts'
import { entryRule } from '../engine/rule.ts'

export const sectionHasContent = entryRule({
  id: 'section-has-content',
  summary: '每个标题下面都有内容。',
  severity: 'warning',
  *check({ entry }) {
    for (const { level, text, line, isEmpty, holdsSections } of sectionsOf(entry)) {
      if (!isEmpty || holdsSections || text.trim() === '') continue
      // The parts of a case have a rule of their own.
      if (entry.collection === 'cases' && level === 2) continue
      yield {
        at: { position: { line, column: 1 } },
        message: `“${text}”下面没有内容。`,
        hint: '写上内容，或删去这个标题。',
      }
    }
  },
})
