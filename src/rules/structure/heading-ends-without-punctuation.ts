import { isEditable, spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const headingEndsWithoutPunctuation = entryRule({
  id: 'heading-ends-without-punctuation',
  summary: '标题末尾不用句号、逗号、冒号一类的点号。',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      const isTitle = passage.kind === 'field' && passage.field?.[0] === 'title'
      if (passage.kind !== 'heading' && !isTitle) continue
      const text = passage.text.trimEnd()
      const mark = /[。，、；：,;:]+$|(?<!\d|[A-Za-z])\.$/.exec(text)
      if (!mark || mark.index === 0) continue
      const span = spanIn(passage, mark.index, text.length)
      yield {
        at: { span },
        message: `标题末尾有“${mark[0]}”。`,
        hint: '标题末尾不加点号；问号和叹号可以。',
        fix: isEditable(passage, mark.index, text.length) ? { span, text: '' } : undefined,
      }
    }
  },
})
