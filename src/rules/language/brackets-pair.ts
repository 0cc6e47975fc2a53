import { pairsIn } from '../reading/prose/paired-marks.ts'
import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

const closing = { '（': '）', '《': '》', '〈': '〉', '【': '】', '〔': '〕' }
const same: Record<string, string> = { '(': '（', ')': '）' }

export const bracketsPair = proseRule({
  id: 'brackets-pair',
  summary: '括号和书名号成对，先开后关。',
  severity: 'error',
  trace: /[（）()《》〈〉【】〔〕]/,
  *find({ text }): Generator<Flaw> {
    if (!/\p{sc=Han}/u.test(text)) return
    // A half-width bracket may close a full-width one; its width is another rule's concern.
    const even = text.replace(/[()]/g, (mark) => same[mark] ?? mark)
    const { unpaired } = pairsIn(even, closing, (at) => !isNumbering(even, at))
    for (const { at } of unpaired) {
      const mark = text.charAt(at)
      const isOpen = (even[at] ?? '') in closing
      const near = isOpen ? text.slice(at, at + 12) : text.slice(Math.max(0, at - 11), at + 1)
      yield {
        from: at,
        to: at + 1,
        message: `“${mark}”${isOpen ? '开了没有关' : '没有开头'}：${near}`,
        hint: '补上另一半，或删去多的这一个。',
      }
    }
  },
})

const number = String.raw`(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})`
const numbering = new RegExp(`(?:^|[\\s，、；：。])${number}$`)
const firstInside = new RegExp(`（${number}$`)
const secondInside = new RegExp(`[，、；。\\s]${number}）`)

/**
 * `1）`, `a）`, `一）` number an item and open nothing; right after a bracket only where a second item
 * follows, as in `（1）读书；2）讨论）`: `（一）` alone is a pair.
 */
function isNumbering(text: string, at: number): boolean {
  if (text.charAt(at) !== '）') return false
  const before = text.slice(Math.max(0, at - 4), at)
  if (numbering.test(before)) return true
  return firstInside.test(before) && secondInside.test(text.slice(at + 1, at + 200))
}
