import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { leaderList } from '../reading/wording/phrase-list.ts'

export const leaderNameIsExact = proseRule({
  id: 'leader-name-is-exact',
  summary: '领导人的姓名没有错字。',
  severity: 'error',
  trace: leaderList.pattern,
  *find({ text }): Generator<Flaw> {
    const { pattern, names } = leaderList
    for (const { 0: found, index } of text.matchAll(new RegExp(pattern, 'g'))) {
      const name = names.get(found)
      if (name === undefined) continue
      yield {
        from: index,
        to: index + found.length,
        message: `“${found}”写错了字。`,
        hint: `应当是“${name}”。照来源逐字核对。`,
        mended: name,
      }
    }
  },
})
