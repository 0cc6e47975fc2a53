import { bodyLimits, longLine } from '../../content/body-limits.ts'
import { textRule } from '../engine/rule.ts'

const { line: most } = bodyLimits

export const lineWithinLength = textRule({
  id: 'line-within-length',
  summary: `每一行不超过 ${most} 个字符。`,
  severity: 'error',
  silenceable: false,
  *check({ text }) {
    if (text.length <= most) return
    let start = 0
    for (const line of text.split('\n')) {
      if (line.length > most)
        yield { at: { span: [start + most, start + line.length] }, ...longLine(line.length) }
      start += line.length + 1
    }
  },
})
