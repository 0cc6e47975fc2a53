import { entryRule } from '../engine/rule.ts'

export const measureRestsOnTheText = entryRule({
  id: 'measure-rests-on-the-text',
  summary: '举措引用的事实，正文里也引用了。',
  severity: 'error',
  collections: ['cases'],
  *check({ entry, library }) {
    const told = new Set(entry.body.citations.map(({ fact }) => fact))
    for (const [index, { name, cites }] of entry.data.measures.entries())
      for (const [place, fact] of cites.entries())
        // A fact there is not has an issue of its own.
        if (!told.has(fact) && library.facts.has(fact))
          yield {
            at: { field: ['measures', index, 'cites', place] },
            message: `举措“${name}”引用的事实 ${fact}，正文里没有写到。`,
            hint: `在正文里写出来，标上 [^${fact}]；读者从举措点到文末的来源，来源里要有它。`,
          }
  },
})
