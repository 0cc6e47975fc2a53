import { libraryRule } from './rule.ts'
import { textsOf } from './texts.ts'

const most = 5000

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
            message: `这一行有 ${line.length} 个字符，超过 ${most} 个。`,
            hint: '在句号后面换行，或分成几段；粘贴进来的图片数据请删去。',
          }
        start += line.length + 1
      }
    }
  },
})
