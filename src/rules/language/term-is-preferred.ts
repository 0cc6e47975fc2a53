import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { termList } from '../reading/wording/term-list.ts'

export const termIsPreferred = proseRule({
  id: 'term-is-preferred',
  summary: '用语表里有规范写法的词，照规范写法写。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\S/,
  *find({ text }, { share }): Generator<Flaw> {
    const { pattern, preferred } = share(termList)
    if (!pattern || text.search(pattern) < 0) return
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const use = preferred.get(found)
      if (use === undefined) continue
      yield {
        from: index,
        to: index + found.length,
        message: `“${found}”不是用语表里的规范写法。`,
        hint: `写成“${use}”。`,
        mended: use,
      }
    }
  },
})
