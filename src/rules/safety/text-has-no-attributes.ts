import { entryRule } from '../engine/rule.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

const braced = /(?<!\{)\{:?[ \t]*([^{}\n]{1,200})\}(?!\})/g
const attribute = /^(?:[.#][a-z][\w-]*|[a-z@:][\w:.@-]*=\S+)$/i

export const textHasNoAttributes = entryRule({
  id: 'text-has-no-attributes',
  summary: '标题、段落和图片后面没有属性写法 {#id .class}。',
  severity: 'error',
  *check(context) {
    for (const { text, span, groups } of written(context, braced)) {
      const words = (groups[0] ?? '').trim().split(/\s+/)
      if (!words.some((word) => attribute.test(word))) continue
      yield {
        at: { span },
        message: `这里写了属性“${excerpt(text)}”，页面会原样显示它。`,
        hint: '删去花括号这一段：标题的锚点由门户按标题文字生成，样式也由门户决定。',
      }
    }
  },
})
