import type { Entry } from '../../content/library.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import type { Edit } from '../engine/rule.ts'

const side = '[ \\t]*[:：]?[-—–―－─]+[:：]?[ \\t]*'
/** The line under a table's header, as an IME or a text program may have changed it. */
const rule = new RegExp(
  `^[ \\t]*[|｜]?${side}(?:[|｜]${side})+[|｜]?[ \\t]*$|^[ \\t]*[|｜]${side}[|｜][ \\t]*$`,
  'm',
)
const row = /^[ \t]*\|[^\n]*\|[ \t]*$/m

export const tableTakesEffect = entryRule({
  id: 'table-takes-effect',
  summary: '写成表格的行，在页面上确实是表格。',
  severity: 'error',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind !== 'paragraph' || !/[|｜]/.test(passage.text)) continue
      const line = rule.exec(passage.text)
      const isOdd = line !== null && (/[^\x20-\x7e\t]/.test(line[0]) || passage.text.includes('｜'))
      const found = isOdd ? line : row.exec(passage.text)
      if (!found) continue
      const fix = isOdd
        ? halfWidth(entry, spanIn(passage, 0, passage.text.length), line[0])
        : undefined
      yield {
        at: { span: spanIn(passage, found.index, found.index + found[0].length) },
        message: '这几行没有成为表格，竖线会照样显示在页面上。',
        hint: '表头下面加一行 | --- | --- |，格数和表头一样，竖线和连字符用半角；表格前后各空一行。',
        ...(fix ? { fix } : {}),
      }
    }
  },
})

/** The rows with half-width pipes, and the line under the header with half-width hyphens. */
function halfWidth(
  { text }: Entry,
  span: readonly [number, number],
  line: string,
): Edit | undefined {
  const rows = text.slice(...span).split('\n')
  const written = rows.map((row) => {
    if (row.trim() !== line.trim()) return row.replaceAll('｜', '|')
    return row
      .replaceAll('｜', '|')
      .replaceAll('：', ':')
      .replace(/[-—–―－─]+/g, '---')
  })
  return rows.some((row) => row.trim() === line.trim())
    ? { span, text: written.join('\n') }
    : undefined
}
