import { normalizePath } from '../content/address.ts'
import { entryRule } from './rule.ts'

const lists = ['topics', 'organizations', 'regions', 'sources', 'related', 'entries'] as const

export const listNamesEachOnce = entryRule({
  id: 'list-names-each-once',
  summary: '主题、组织、地区、来源和相关条目，每一项只写一次。',
  area: 'references',
  severity: 'warning',
  *check({ entry }) {
    for (const list of lists) {
      const items = list === 'entries' ? entriesOf(entry.data) : entry.data[list]
      const seen = new Set<string>()
      for (const [index, item] of items.entries()) {
        const name = normalizePath(item).path
        if (seen.has(name))
          yield {
            at: { field: [list, index] },
            message: `“${item}”写了两次。`,
            hint: '删去重复的一项。',
          }
        seen.add(name)
      }
    }
  },
})

function entriesOf(data: object): readonly string[] {
  return 'entries' in data && Array.isArray(data.entries) ? data.entries : []
}
