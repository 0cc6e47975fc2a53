import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const reviewIsNotOverdue = entryRule({
  id: 'review-is-not-overdue',
  summary: '已发布的条目没有过复核日期，复核日期在发布之后。',
  severity: 'warning',
  *check({ entry, today }) {
    const { review_by: due, date, updated } = entry.data
    if (!due || !isPublished(entry)) return
    const last = updated && updated > date ? updated : date
    if (due <= last)
      yield {
        at: { field: 'review_by' },
        message: `复核日期 ${due} 不晚于${last === date ? '发布' : '更新'}日期 ${last}。`,
        hint: '写下一次复核的日期。',
      }
    else if (due < today)
      yield {
        at: { field: 'review_by' },
        message: `这一条目应当在 ${due} 以前复核，已经过了。`,
        hint: '重读来源，核对事实；没有变化也把 review_by 往后改，有变化的同时改 updated。',
      }
  },
})
