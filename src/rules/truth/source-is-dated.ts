import { sourceRule } from '../engine/rule.ts'

export const sourceIsDated = sourceRule({
  id: 'source-is-dated',
  summary: '每个来源都写明发布日期，或说明为什么没有。',
  severity: 'warning',
  *check({ source: { data } }) {
    if (data.published !== null || data.published_note) return
    yield {
      at: { field: 'published' },
      message: `来源“${data.title}”没有发布日期。`,
      hint: '查到日期就补上；页面确实没有的，在 published_note 写“所读部分没有显示发布日期”。',
    }
  },
})
