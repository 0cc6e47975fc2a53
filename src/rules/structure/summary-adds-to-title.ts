import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const summaryAddsToTitle = entryRule({
  id: 'summary-adds-to-title',
  summary: '摘要是完整的句子，不从抄一遍标题开始。',
  severity: 'warning',
  *check({ entry, prose }) {
    const passage = prose(entry).find(({ field }) => field?.[0] === 'summary')
    if (!passage) return
    const { text } = passage
    const { title } = entry.data
    // A page about an organisation names it first.
    if (title.length > 8 && text.startsWith(title) && entry.collection !== 'organizations')
      yield {
        at: { span: spanIn(passage, 0, title.length) },
        message: '摘要开头把标题又抄了一遍。',
        hint: '列表里摘要就在标题下面，直接说谁做了什么。',
      }
    if (!/[。！？…”』」）》]$/.test(text))
      yield {
        at: { span: spanIn(passage, text.length - 1, text.length) },
        message: '摘要末尾没有句号。',
        hint: '把摘要写成完整的句子，末尾加句号。',
      }
  },
})
