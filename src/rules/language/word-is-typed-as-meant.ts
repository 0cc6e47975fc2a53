import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { slipPattern, slipAt } from '../reading/wording/typing-slips.ts'

export const wordIsTypedAsMeant = proseRule({
  id: 'word-is-typed-as-meant',
  summary: '没有打错的常用词。',
  severity: 'warning',
  trace: slipPattern,
  *find({ text }): Generator<Flaw> {
    for (const { 0: found, index } of text.matchAll(new RegExp(slipPattern, 'g'))) {
      const use = slipAt(text, index)
      if (use === undefined) continue
      yield {
        from: index,
        to: index + found.length,
        message: `“${around(text, index, found.length)}”里的“${found}”打错了字。`,
        hint: use === '' ? `删去“${found}”。` : `写成“${use}”。`,
        mended: use,
      }
    }
  },
})

/** A slip with its neighbours, for 的 alone says nothing. */
function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 2), at + length + 4).replace(/\s/g, '')
}
