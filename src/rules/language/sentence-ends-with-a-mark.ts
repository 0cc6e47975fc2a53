import { placeholder } from '../../model/placeholder.ts'
import { proseRule } from '../engine/prose-rule.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { isByline } from '../reading/wording/bylines.ts'

const ended = /(?:[。？！：；]|……|\uFFFC|[。？！…][”’）》]+|[”’][）]|——[^。]{1,40})$/
const fields = new Set(['summary', 'intro', 'explanation'])

export const sentenceEndsWithAMark = proseRule({
  id: 'sentence-ends-with-a-mark',
  summary: '每一段都以句号、问号等点号结束。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\p{sc=Han}/u,
  *find(passage) {
    if (!isProse(passage)) return
    const text = passage.text.trimEnd()
    // A gap of a draft is no sentence; `placeholder-is-filled` keeps it from readers.
    if (ended.test(text.slice(-48)) || text.includes(placeholder.mark)) return
    if (isByline(text)) return
    const last = Array.from(text.slice(-2)).at(-1) ?? ''
    yield {
      from: text.length - last.length,
      to: text.length,
      message: `这一段停在“${text.slice(-6)}”，没有句末的标点。`,
      hint: '句子说完了就补上句号；没说完的补完。不是句子的短语，写成列表或小标题。',
    }
  },
})

/** Whole paragraphs and the fields that hold sentences; a line of a few words is a label. */
function isProse({ kind, inList, text, field }: ProsePassage): boolean {
  if (kind === 'field') return fields.has(String(field?.at(-1)))
  return kind === 'paragraph' && !inList && text.length > 12
}
