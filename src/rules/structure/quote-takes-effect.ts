import { entryRule } from '../engine/rule.ts'
import { rewritten, spanOfLine, typedLines } from '../reading/prose/paragraph-lines.ts'

export const quoteTakesEffect = entryRule({
  id: 'quote-takes-effect',
  summary: '写成引用的行，在页面上确实是引用。',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const line of typedLines(prose(entry), /[>＞]/)) {
      const [mark = '', sign] =
        /^[ \t]*(?:(＞)[ \t\u3000]*|>(?=(?:19|20)\d\d年))/.exec(line.text) ?? []
      if (mark === '') continue
      const span = spanOfLine(line, 0, mark.length)
      // Before a figure a full-width sign may be one of comparison.
      const isCertain = sign && !/^\d/.test(line.text.slice(mark.length))
      const fix = isCertain ? rewritten(entry, span, '> ') : undefined
      yield {
        at: { span },
        message: `行首的“${mark.trim()}”没有成为引用，会照样显示在页面上。`,
        hint: '引用写成“> 文字”：半角的大于号，后面空一格。要说“大于”，写“超过”。',
        ...(fix ? { fix } : {}),
      }
    }
  },
})
