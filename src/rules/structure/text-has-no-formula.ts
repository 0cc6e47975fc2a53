import { entryRule } from '../engine/rule.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

/** What stands between dollar signs in TeX: Latin letters and signs, no Chinese, no plain sums of money. */
const formula =
  /\$\$[^$\n]{1,200}\$\$|(?<![$\d])\$(?=[^$\n]*[\\^_={}+])(?! )[\x20-\x23\x25-\x7e]{1,200}(?<! )\$(?!\d)/g

export const textHasNoFormula = entryRule({
  id: 'text-has-no-formula',
  summary: '正文里没有 $…$ 写法的公式。',
  severity: 'error',
  *check(context) {
    for (const { text, span } of written(context, formula))
      yield {
        at: { span },
        message: `公式“${excerpt(text)}”会照样显示，连同 $ 号。`,
        hint: '门户不排公式：用文字或普通符号写，例如 5×8；复杂的公式做成图片，写好替代文字。',
      }
  },
})
