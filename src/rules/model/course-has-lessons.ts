import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const courseHasLessons = entryRule({
  id: 'course-has-lessons',
  summary: '已发布的课程至少有一课已发布，每一课只列一次。',
  severity: 'error',
  collections: ['courses'],
  *check({ entry, library }) {
    const { lessons } = entry.data
    for (const [index, slug] of lessons.entries())
      if (lessons.indexOf(slug) < index)
        yield {
          at: { field: ['lessons', index] },
          message: `课目里“${slug}”写了两次。`,
          hint: '只留一个。',
        }
    if (!isPublished(entry)) return
    const known = lessons.flatMap((slug) => library.byPath.get(`${entry.path}/${slug}`) ?? [])
    if (known.length === 0 || known.some(isPublished)) return
    yield {
      at: { field: ['lessons'] },
      message: '课程已发布，可是列出的课一课也没有发布，读者打开是空的。',
      hint: '先发布至少一课（status: published），或把课程也改成草稿。',
    }
  },
})
