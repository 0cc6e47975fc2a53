import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { bare, termList } from '../reading/wording/term-list.ts'

export const protectedNameIsExact = proseRule({
  id: 'protected-name-is-exact',
  summary: '用语表里的专名，大小写、全半角和空格都照原样写。',
  severity: 'warning',
  trace: /[a-z0-9＋+Ａ-Ｚａ-ｚ０-９]/i,
  *find({ text }, { share }): Generator<Flaw> {
    const { namePattern, names } = share(termList)
    if (!namePattern) return
    for (const { 0: found, index } of text.matchAll(namePattern)) {
      const name = names.get(bare(found))
      const isPart =
        /\w$/.test(text.slice(0, index)) || /^\w/.test(text.slice(index + found.length))
      if (name === undefined || name === found || isPart) continue
      yield {
        from: index,
        to: index + found.length,
        message: `专名写成了“${found}”。`,
        hint: `照原样写“${name}”。`,
        mended: name,
      }
    }
  },
})
