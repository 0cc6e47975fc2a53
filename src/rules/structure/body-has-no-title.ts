import type { Token } from 'markdown-it'
import { linesOf } from '../reading/body-blocks.ts'
import { entryRule } from '../engine/rule.ts'

export const bodyHasNoTitle = entryRule({
  id: 'body-has-no-title',
  summary: '正文里没有一级标题，页面的标题只写在 title。',
  severity: 'warning',
  *check({ entry }) {
    for (const [first] of linesOf(entry, isTitle)) {
      if (!first) continue
      const mark = /^[ >]*#(?=[ \t]|$)/.exec(first.text)
      const end = first.offset + (mark?.[0].length ?? 0)
      yield {
        at: { span: [first.offset, first.offset + first.text.length] },
        message: '正文里写了一级标题，一页就有了两个题目。',
        hint: '页面的标题在 front matter 的 title；正文的标题从 ## 开始。',
        fix: mark ? { span: [end, end], text: '#' } : undefined,
      }
    }
  },
})

/** Reading shows a first-level heading as a second-level one, but keeps how it was written. */
function isTitle({ type, markup }: Token): boolean {
  return type === 'heading_open' && (markup === '#' || markup === '=')
}
