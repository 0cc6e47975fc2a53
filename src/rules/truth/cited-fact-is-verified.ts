import { isPublished } from '../../content/library.ts'
import { citedIn } from '../reading/fact-citations.ts'
import { entryRule } from '../engine/rule.ts'

export const citedFactIsVerified = entryRule({
  id: 'cited-fact-is-verified',
  summary: '已发布的条目只引用读到了原文、复读时对得上的事实。',
  severity: 'error',
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    for (const { fact, at } of citedIn(entry)) {
      const cited = library.facts.get(fact)
      if (!cited) continue
      const { reread } = cited.fact
      if (reread?.differs)
        yield {
          at,
          message: `事实 ${fact} 复读时对不上：${reread.differs}。`,
          hint: '对照来源改好事实，删去 reread 里的 differs；没有改好以前，不引用它。',
        }
      if (cited.fact.verified) continue
      yield {
        at,
        message: `事实 ${fact} 还没有人在来源“${cited.source.title}”里读到原文。`,
        hint: '读到原文以后，把这个事实的 verified: false 去掉；读不到，就改写这一句，不引用它。',
      }
    }
  },
})
