import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const packFigureIsANumber = entryRule({
  id: 'pack-figure-is-a-number',
  summary: '学习包要记准的数，取自带数字和单位的事实。',
  severity: 'error',
  collections: ['packs'],
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    for (const [index, { cite }] of entry.data.figures.entries()) {
      const fact = library.facts.get(cite)?.fact
      if (!fact || (typeof fact.figure === 'number' && fact.unit !== undefined)) continue
      yield {
        at: { field: ['figures', index, 'cite'] },
        message: `事实 ${cite} 没有数字或单位，页面上没有数可记。`,
        hint: '换一个写了 figure 和 unit 的事实，或给它补上。',
      }
    }
  },
})
