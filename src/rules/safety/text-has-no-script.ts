import { entryRule } from '../engine/rule.ts'
import { tagsIn } from '../reading/html-tags.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const textHasNoScript = entryRule({
  id: 'text-has-no-script',
  summary: '正文和字段里没有脚本、样式和嵌入框架的标签。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { text, span } of tagsIn(context, 'script'))
      yield {
        at: { span },
        message: `这里写了会运行或载入东西的标签“${excerpt(text)}”。`,
        hint: '删去它：内容只是文字，不能带脚本、样式或框架。要讲解这个标签，就放进反引号里。',
      }
  },
})
