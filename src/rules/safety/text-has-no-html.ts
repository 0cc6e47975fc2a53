import { entryRule } from '../engine/rule.ts'
import { tagsIn } from '../reading/html-tags.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

const comment =
  /<!--(?!\s*@include)[\s\S]*?(?:-->|$)|<!(?:doctype|\[CDATA\[)[^>]*>?|<\?[a-z=][^>]*>?/gi

export const textHasNoHtml = entryRule({
  id: 'text-has-no-html',
  summary: '正文和字段里没有 HTML 标签和注释。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { text, span } of tagsIn(context, 'tag'))
      yield {
        at: { span },
        message: `这里写了 HTML 标签“${excerpt(text)}”，页面会原样显示它。`,
        hint: '改用 Markdown：加粗写 **字**，图片写 ![说明](/media/x.jpg)；要讲解标签，就放进反引号里。',
      }
    for (const { text, span } of written(context, comment))
      yield {
        at: { span },
        message: `这里写了 HTML 注释或声明“${excerpt(text)}”，读者会看到它。`,
        hint: '删去它。写给编辑的话放在合并请求里，不放在正文里。',
      }
  },
})
