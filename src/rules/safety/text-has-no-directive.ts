import { entryRule } from '../engine/rule.ts'
import { tagsIn } from '../reading/html-tags.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const textHasNoDirective = entryRule({
  id: 'text-has-no-directive',
  summary: '正文和字段里没有事件属性和模板指令（onclick、v-html、@click）。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { text, span } of tagsIn(context, 'directive'))
      yield {
        at: { span },
        message: `这里的标签带着会执行代码的属性：“${excerpt(text)}”。`,
        hint: '删去整个标签，只留文字。要讲解这种写法，就放进反引号里。',
      }
  },
})
