import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

/** Lines that their writer took for list items, and Markdown for text. */
const item =
  /^(?:[-*+](?=[\p{Script=Han}“《])|[•·●○■◆▪‣➢]\s*(?=\S)|\d{1,2}[.)](?=[\p{Script=Han}“《])|\d{1,2}、(?=\S))/u

export const listTakesEffect = entryRule({
  id: 'list-takes-effect',
  summary: '写成列表的行，在页面上确实是列表。',
  area: 'structure',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind !== 'paragraph') continue
      let at = 0
      for (const line of passage.text.split('\n')) {
        const mark = item.exec(line)?.[0]
        if (mark !== undefined) {
          yield {
            at: { span: spanIn(passage, at, at + mark.length) },
            message: `“${mark.trim()}”开头的这一行没有成为列表。`,
            hint: '项目写“- 文字”，编号写“1. 文字”，记号后面空一格。',
          }
          break
        }
        at += line.length + 1
      }
    }
  },
})
