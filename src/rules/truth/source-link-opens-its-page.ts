import { sourceRule } from '../engine/rule.ts'

export const sourceLinkOpensItsPage = sourceRule({
  id: 'source-link-opens-its-page',
  summary: '来源的网址打开的是那一篇，不是网站首页。',
  severity: 'warning',
  *check({ source: { data } }) {
    if (data.url === null) return
    const { pathname, search, hostname } = new URL(data.url)
    if (/^\/?(index\.\w+)?$/.test(pathname) && search === '')
      yield {
        at: { field: 'url' },
        message: `来源的网址 ${data.url} 是网站首页，读者找不到这一篇。`,
        hint: '写这一篇自己的网址。',
      }
    if (!hostname.includes('.') || /(^|\.)localhost$|^(127|10|192\.168)\./.test(hostname))
      yield {
        at: { field: 'url' },
        message: `来源的网址 ${data.url} 在公网上打不开。`,
        hint: '写公开的网址。',
      }
  },
})
