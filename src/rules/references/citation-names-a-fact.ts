import { nearest } from '../../content/nearest.ts'
import { placeholder } from '../../model/placeholder.ts'
import { citedIn } from '../reading/fact-citations.ts'
import { entryRule } from '../engine/rule.ts'

export const citationNamesAFact = entryRule({
  id: 'citation-names-a-fact',
  summary: '每处引用写的都是来源里有的事实编号。',
  severity: 'error',
  *check({ entry, library }) {
    for (const { fact, at } of citedIn(entry)) {
      // A published entry with a fact to be chosen is told so here, like any fact there is not.
      const open = fact === placeholder.fact && entry.data.status === 'draft'
      if (open || library.facts.has(fact)) continue
      const guess = nearest(fact, library.facts.keys())
      yield {
        at,
        message: `来源里没有编号为 ${fact} 的事实。`,
        hint: guess
          ? `你是不是要写 ${guess}？`
          : '先在 seeds/ 的来源文件里写下这个事实，再引用它的编号。',
      }
    }
  },
})
