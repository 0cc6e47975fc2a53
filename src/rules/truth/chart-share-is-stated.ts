import type { Library } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const chartShareIsStated = entryRule({
  id: 'chart-share-is-stated',
  summary: '画成全部和部分的，来源说过这部分在那个全部里。',
  severity: 'error',
  collections: ['charts'],
  *check({ entry, library }) {
    const { drawing } = entry.data
    if (drawing.kind !== 'share') return
    for (const [index, { fact }] of drawing.parts.entries()) {
      if (isStated(library, drawing.whole.fact, fact)) continue
      yield {
        at: { field: ['drawing', 'parts', index, 'fact'] },
        message: `事实 ${fact} 没有说它是 ${drawing.whole.fact} 的一部分。`,
        hint: '来源写了“其中”的，把这个词写进事实；没有写的，用 counts 或 bars 并排画，不画成占比。',
      }
    }
  },
})

/** Words by which a source puts one number inside another. */
const inside = /其中|[中里]有|里面|当中|之中|这些|上述|另有|(?:企业|会员|成员|项目|单位|组织)[中里]/

function isStated({ facts }: Library, whole: string, part: string): boolean {
  const [all, some] = [facts.get(whole), facts.get(part)]
  if (!all || !some) return true
  const isOneSource = all.source.id === some.source.id
  return isOneSource && inside.test([some.fact.statement, ...some.fact.words].join('\n'))
}
