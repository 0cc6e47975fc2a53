import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

/** Characters of a paragraph that still fit a telephone's screen. */
const most = 400

export const paragraphIsShortEnough = entryRule({
  id: 'paragraph-is-short-enough',
  summary: '一段不超过 400 字。',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      const { kind, text } = passage
      if (kind !== 'paragraph' || text.length <= most) continue
      yield {
        at: { span: spanIn(passage, most, text.length) },
        message: `这一段有${text.length}字，手机上一屏放不下。`,
        hint: '按意思分成几段，或改成列表。',
      }
    }
  },
})
