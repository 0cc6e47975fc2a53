import { isPublished } from '../../content/library.ts'
import { courseOf } from '../reading/reachable-entries.ts'
import { entryRule } from '../engine/rule.ts'

export const lessonIsInItsCourse = entryRule({
  id: 'lesson-is-in-its-course',
  summary: '每一课都列在自己课程的课目里。',
  severity: 'error',
  collections: ['lessons'],
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    const path = courseOf(entry.path)
    const course = library.byPath.get(path)
    const file = `content${path}/index.md`
    if (!course && library.rejected.includes(file)) return
    if (course?.collection !== 'courses') {
      yield {
        at: { field: 'title' },
        message: '这一课所在的文件夹里没有课程。',
        hint: `在 ${file} 写课程，并把这一课列进 lessons。`,
      }
      return
    }
    const name = entry.slug.replace(/^.*\//, '')
    if (course.data.lessons.includes(name)) return
    yield {
      at: { field: 'title' },
      message: `课程“${course.data.title}”没有列出这一课，读者从课程走不到这里。`,
      hint: `在 ${file} 的 lessons 里加上 ${name}，或把这一课标为草稿。`,
    }
  },
})
