import { each, proseRule } from '../engine/prose-rule.ts'
import { codePoint } from '../reading/text-characters.ts'
import { touching } from '../reading/prose/spans.ts'
import { bylinesIn } from '../reading/wording/bylines.ts'

const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]+/g

export const spacesArePlain = proseRule({
  id: 'spaces-are-plain',
  summary: '文字里没有全角空格、不断行空格和制表符。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/,
  find: each(odd, ({ 0: found, index, input }) => {
    if (/^\u3000+$/.test(found) && touching(bylinesIn(input), index, index + found.length))
      return undefined
    const around = `${input.charAt(index - 1)}${input.charAt(index + found.length)}`
    // Between two words of Latin letters a space belongs; elsewhere the browser sets the gap.
    const mended = /^[!-~]{2}$/.test(around) ? ' ' : ''
    return {
      message: `这里有看着像空格的字符（${codePoint(found)}）。`,
      hint: mended ? '换成普通的空格。' : '删去它：段首缩进和空隙由页面排版自动留出。',
      mended,
    }
  }),
})
