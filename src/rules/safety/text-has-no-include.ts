import { entryRule } from '../engine/rule.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

const include =
  /^[ \t]*<<<[ \t]*\S[^\n]{0,200}|<!--\s*@include\b[^\n]{0,200}|!!!\s*include\([^\n]{0,200}|^@include[ \t(][^\n]{0,200}/gim

export const textHasNoInclude = entryRule({
  id: 'text-has-no-include',
  summary: '正文里没有引入别的文件的写法（<<<、@include）。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { text, span } of written(context, include))
      yield {
        at: { span },
        message: `这里想把别的文件引进来：“${excerpt(text)}”。`,
        hint: '门户不引入文件。把要用的文字写在这里，或链接到那一篇。',
      }
  },
})
