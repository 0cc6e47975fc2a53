import { entryRule } from '../engine/rule.ts'
import { excerpt, written } from '../reading/prose/pattern-matches.ts'

const mark = /\[\[\s*_{0,2}toc_{0,2}\s*\]\]|^[ \t]*\[toc\][ \t]*$|^[ \t]*@\[toc\].*$/gim

export const textHasNoTocMark = entryRule({
  id: 'text-has-no-toc-mark',
  summary: '正文里没有目录标记 [[toc]]。',
  severity: 'error',
  *check(context) {
    for (const { text, span } of written(context, mark))
      yield {
        at: { span },
        message: `这里写了目录标记“${excerpt(text)}”，页面会原样显示它。`,
        hint: '删去它：有多个标题的页面，门户自己会列出目录。',
      }
  },
})
