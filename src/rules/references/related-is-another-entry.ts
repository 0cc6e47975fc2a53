import { normalizePath } from '../../content/address.ts'
import { entryRule } from '../engine/rule.ts'

export const relatedIsAnotherEntry = entryRule({
  id: 'related-is-another-entry',
  summary: '相关条目是别的条目，不是自己。',
  severity: 'error',
  *check({ entry }) {
    for (const [index, written] of entry.data.related.entries())
      if (normalizePath(written).path === entry.path)
        yield {
          at: { field: ['related', index] },
          message: '相关条目写的是这一条目自己。',
          hint: '删去这一项，或换成别的条目。',
        }
  },
})
