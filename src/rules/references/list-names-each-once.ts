import { normalizePath } from '../../content/address.ts'
import type { Entry } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

const lists = ['topics', 'organizations', 'regions', 'sources', 'related'] as const

export const listNamesEachOnce = entryRule({
  id: 'list-names-each-once',
  summary: '主题、组织、地区、来源、举措和相关条目，每一项只写一次。',
  severity: 'warning',
  *check({ entry }) {
    for (const [list, items] of namesOf(entry)) {
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

/** What each list of an entry names, item by item. */
function namesOf({ collection, data }: Entry): [string, readonly string[]][] {
  const named: [string, readonly string[]][] = lists.map((list) => [list, data[list]])
  if ('entries' in data && Array.isArray(data.entries)) named.push(['entries', data.entries])
  if (collection === 'cases') named.push(['measures', data.measures.map(({ name }) => name)])
  return named
}
