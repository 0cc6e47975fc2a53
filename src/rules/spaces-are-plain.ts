import { each, proseRule } from './prose-rule.ts'
import { codePoint } from './characters.ts'

const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]+/g

export const spacesArePlain = proseRule({
  id: 'spaces-are-plain',
  summary: '文字里没有全角空格、不断行空格和制表符。',
  area: 'language',
  severity: 'warning',
  spares: 'quotations',
  trace: /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/,
  find: each(odd, ({ 0: found, index, input }) => {
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
