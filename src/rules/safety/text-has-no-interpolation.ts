import { entryRule } from '../engine/rule.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

const braces = /\{\{(?:[^{}]{0,200}\}\})?/g

export const textHasNoInterpolation = entryRule({
  id: 'text-has-no-interpolation',
  summary: '正文和字段里没有双花括号。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { text, span } of written(context, braces))
      yield {
        at: { span },
        message: `这里写了模板插值“${excerpt(text)}”，门户不会计算它。`,
        hint: '直接写出要显示的文字。要讲解这种写法，就放进反引号里。',
      }
  },
})
