import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

const pattern = /\(([^()\n]{0,300})\)/g

export const bracketsAreFullWidth = proseRule({
  id: 'brackets-are-full-width',
  summary: '中文里的括号用全角。',
  severity: 'warning',
  trace: /\(/,
  *find({ text }): Generator<Flaw> {
    for (const { 0: found, 1: inside = '', index } of text.matchAll(pattern)) {
      const before = text.charAt(index - 1)
      if (!/\p{sc=Han}/u.test(inside) && !/[\p{sc=Han}”’》〉）]/u.test(before)) continue
      const open = [index, index + 1] as const
      const close = [index + found.length - 1, index + found.length] as const
      const hint = '改成全角括号“（）”。'
      yield { ...at(open, '（'), partner: close, message: '中文里用了半角括号“(”。', hint }
      yield { ...at(close, '）'), partner: open, message: '中文里用了半角括号“)”。', hint }
    }
  },
})

function at([from, to]: readonly [number, number], mended: string) {
  return { from, to, mended }
}
