import type { CollectionName } from '../../model/index.ts'
import { reachablePaths } from '../reading/reachable-entries.ts'
import { libraryRule } from '../engine/rule.ts'

const collections = ['cases', 'videos', 'people', 'courses', 'organizations'] as const
const listed: ReadonlySet<CollectionName> = new Set(collections)

export const entryIsLedTo = libraryRule({
  id: 'entry-is-led-to',
  summary: '除了列表，还有别的页面把读者带到这一条目。',
  severity: 'warning',
  collections,
  *check({ library, share }) {
    for (const { file, path, collection, data } of library.entries) {
      if (!listed.has(collection) || data.status !== 'published' || share(reachablePaths).has(path))
        continue
      yield {
        file,
        at: { field: 'title' },
        message: '没有别的页面把读者带到这里。',
        hint: `在专题、相关条目或正文里链接 ${path}，或放进 site.yaml 的首页。`,
      }
    }
  },
})
