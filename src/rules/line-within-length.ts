import { bodyLimits, longLine } from '../content/body-limits.ts'
import { libraryRule } from './rule.ts'
import { textsOf } from './texts.ts'

const { line: most } = bodyLimits

export const lineWithinLength = libraryRule({
  id: 'line-within-length',
  summary: `每一行不超过 ${most} 个字符。`,
  area: 'safety',
  severity: 'error',
  silenceable: false,
  *check({ library }) {
    for (const { file, text } of textsOf(library)) {
      if (text.length <= most) continue
      let start = 0
      for (const line of text.split('\n')) {
        if (line.length > most)
          yield {
            file,
            at: { span: [start + most, start + line.length] },
            ...longLine(line.length),
          }
        start += line.length + 1
      }
    }
  },
})
