import type { Library } from '../../content/library.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import { libraryRule } from '../engine/rule.ts'

// About the whole: whether a source is used shows in no file that was changed, but in all others.
export const sourceIsUsed = libraryRule({
  id: 'source-is-used',
  summary: '每个来源都有条目引用。',
  severity: 'warning',
  *check({ library, share }) {
    // An entry that could not be read may use any.
    if (library.rejected.some((file) => file.endsWith('.md'))) return
    for (const { file, data } of library.sources.values())
      if (!share(usedSources).has(data.id))
        yield {
          file,
          at: { field: 'id' },
          message: `没有条目引用来源“${data.title}”。`,
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
