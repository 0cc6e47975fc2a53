import type { Library } from '../../content/library.ts'
import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const titleIsItsOwn = entryRule({
  id: 'title-is-its-own',
  summary: '同一栏目里，没有两个条目用同一个标题。',
  severity: 'warning',
  *check({ entry, share }) {
    const first = share(firstByTitle).get(keyOf(entry.collection, entry.data.title))
    if (!isPublished(entry) || !first || first === entry.file) return
    yield {
      at: { field: 'title' },
      message: `${first} 已经用了这个标题，读者分不清。`,
      hint: '写出这一条目不同的地方。',
    }
  },
})

function firstByTitle({ entries }: Library): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const entry of entries) {
    // Lessons stand under their course, and may share a name such as 综合自测.
    if (!isPublished(entry) || entry.collection === 'lessons') continue
    const key = keyOf(entry.collection, entry.data.title)
    if (!first.has(key)) first.set(key, entry.file)
  }
  return first
}

function keyOf(collection: string, title: string): string {
  return `${collection} ${title.replace(/\s+/g, '')}`
}
