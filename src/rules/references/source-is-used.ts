import type { Library } from '../../content/library.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import { sourceRule } from '../engine/rule.ts'

export const sourceIsUsed = sourceRule({
  id: 'source-is-used',
  summary: '每个来源都有条目引用。',
  severity: 'warning',
  *check({ source, library, share }) {
    // An entry that could not be read may use it.
    if (library.rejected.some((file) => file.endsWith('.md'))) return
    if (share(usedSources).has(source.data.id)) return
    yield {
      at: { field: 'id' },
      message: `没有条目引用来源“${source.data.title}”。`,
      hint: '写一个引用它的条目，或删去这个文件。',
    }
  },
})

function usedSources({ entries, facts }: Library): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { data } of entries) for (const id of data.sources) used.add(id)
  for (const fact of citedFacts(entries)) used.add(facts.get(fact)?.source.id ?? '')
  return used
}
