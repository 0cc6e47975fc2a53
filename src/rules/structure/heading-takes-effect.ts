import type { Entry } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'
import { rewritten, spanOfLine, typedLines } from '../reading/prose/paragraph-lines.ts'
import type { TypedLine } from '../reading/prose/paragraph-lines.ts'

/** Number signs of either width at the start of a line, and whatever blank follows them. */
const marks = /^[ \t]*([#＃]{1,6})([ \t\u00a0\u2000-\u200a\u3000]*)(?=[\p{Script=Han}“《（【])/u

export const headingTakesEffect = entryRule({
  id: 'heading-takes-effect',
  summary: '写成标题的行，在页面上确实是标题。',
  severity: 'error',
  *check({ entry, prose }) {
    for (const line of typedLines(prose(entry), /[#＃]|===/)) {
      if (/^={3,}[ \t]*$/.test(line.text))
        yield {
          at: { span: spanOfLine(line, 0, line.text.length) },
          message: '这一行等号会照样显示，上一行没有成为标题。',
          hint: '标题写成“## 标题”，前后各空一行；要分隔线，写 ---，前后各空一行。',
        }
      yield* raw(entry, line)
    }
  },
})

function* raw(entry: Entry, line: TypedLine): Generator<Finding> {
  const found = marks.exec(line.text)
  const [, signs = ''] = found ?? []
  // Two signs around words are a topic of a social network: #学习强国#.
  if (!found || /[#＃]/.test(line.text.slice(found[0].length).replace(/[ \t]+[#＃]+[ \t]*$/, '')))
    return
  const span = spanOfLine(line, 0, found[0].length)
  const start = entry.text.lastIndexOf('\n', span[0] - 1) + 1
  const isIndented = entry.text.slice(start, span[0]).trim() === ''
  const fix = rewritten(
    entry,
    [isIndented ? start : span[0], span[1]],
    `${'#'.repeat(signs.length)} `,
  )
  yield {
    at: { span },
    message: `“${signs}”没有成为标题，会照样显示在页面上。`,
    hint: '标题写成“## 标题”：半角井号，后面空一格，前面不缩进。',
    ...(fix ? { fix } : {}),
  }
}
