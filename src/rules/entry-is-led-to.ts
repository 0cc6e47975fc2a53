import { isPublished } from '../content/library.ts'
import { ledTo } from './leads.ts'
import { entryRule } from './rule.ts'

export const entryIsLedTo = entryRule({
  id: 'entry-is-led-to',
  summary: '除了列表，还有别的页面把读者带到这一条目。',
  area: 'references',
  severity: 'warning',
  collections: ['cases', 'videos', 'courses', 'organizations'],
  *check({ entry, share }) {
    if (!isPublished(entry) || share(ledTo).has(entry.path)) return
    yield {
      at: { field: 'title' },
      message: '没有别的页面把读者带到这里。',
      hint: `在专题、相关条目或正文里链接 ${entry.path}，或放进 site.yaml 的首页。`,
    }
  },
})
