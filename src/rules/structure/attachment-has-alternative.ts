import { entryRule } from '../engine/rule.ts'

export const attachmentHasAlternative = entryRule({
  id: 'attachment-has-alternative',
  summary: '每个附件都有内容相同的网页。',
  severity: 'error',
  collections: ['courses', 'lessons'],
  *check({ entry }) {
    for (const [index, { title, alternative }] of entry.data.attachments.entries())
      if (alternative === undefined)
        yield {
          at: { field: ['attachments', index] },
          message: `附件“${title}”没有网页版。`,
          hint: '在 alternative 写上内容相同的网页的地址；就是这一页的，写这一页自己的地址，例如 /training/read-a-case/contact-points。',
        }
  },
})
