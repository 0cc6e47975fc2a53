import { citedIn } from '../reading/fact-citations.ts'
import { entryRule } from '../engine/rule.ts'

export const citedSourceIsListed = entryRule({
  id: 'cited-source-is-listed',
  summary: '引用的事实，来源都列在 sources 里。',
  severity: 'error',
  *check({ entry, library }) {
    const listed = new Set(entry.data.sources)
    for (const { fact, at } of citedIn(entry)) {
      const source = library.facts.get(fact)?.source
      if (!source || listed.has(source.id)) continue
      listed.add(source.id)
      yield {
        at,
        message: `事实 ${fact} 出自来源 ${source.id}，sources 里没有列它。`,
        hint: `在 sources 里加上 ${source.id}，页尾才会列出这个来源。`,
      }
    }
  },
})
