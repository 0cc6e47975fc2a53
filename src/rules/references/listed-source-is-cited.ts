import { isPublished } from '../../content/library.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const listedSourceIsCited = entryRule({
  id: 'listed-source-is-cited',
  summary: 'sources 里列的来源，正文或自测都引用到了。',
  severity: 'warning',
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    const cited = new Set(
      Array.from(citedFacts([entry]), (fact) => library.facts.get(fact)?.source.id),
    )
    for (const [index, id] of entry.data.sources.entries()) {
      const source = library.sources.get(id)
      if (!source || cited.has(id)) continue
      yield {
        at: { field: ['sources', index] },
        message: `列了来源“${source.data.title}”，却没有引用它的事实。`,
        hint: '引用它的事实，或从 sources 里删去它。',
      }
    }
  },
})
