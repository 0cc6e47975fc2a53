import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

export const tableTakesEffect = entryRule({
  id: 'table-takes-effect',
  summary: '写成表格的行，在页面上确实是表格。',
  area: 'structure',
  severity: 'error',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind !== 'paragraph' || !passage.text.includes('|')) continue
      const row = /^[ \t]*\|[^\n]*\|[ \t]*$/m.exec(passage.text)
      if (!row) continue
      yield {
        at: { span: spanIn(passage, row.index, row.index + row[0].length) },
        message: '这几行没有成为表格，竖线会照样显示在页面上。',
        hint: '表头下面加一行 | --- | --- |，格数和表头一样；表格前后各空一行。',
      }
    }
  },
})
