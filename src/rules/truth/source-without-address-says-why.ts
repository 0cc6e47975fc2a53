import { sourceRule } from '../engine/rule.ts'

export const sourceWithoutAddressSaysWhy = sourceRule({
  id: 'source-without-address-says-why',
  summary: '没有网址的来源，写明从哪里读到、为什么不给网址。',
  severity: 'warning',
  *check({ source: { data } }) {
    if (data.url !== null || data.url_note) return
    yield {
      at: { field: 'url' },
      message: `来源“${data.title}”没有网址。`,
      hint: '找到发布方自己的网页就写上；只在镜像或转载网页读到的，在 url_note 写明，例如“读自转载网页，不列网址”。',
    }
  },
})
