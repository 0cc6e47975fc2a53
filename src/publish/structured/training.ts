import type { Course, LearningResource } from 'schema-dts'
import { normalizePath } from '../../content/address.ts'
import { isPublished } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import { addressOf } from '../address.ts'
import { workData } from './article.ts'
import { publisherData } from './organization.ts'

export function courseData(
  library: Library,
  course: EntryOf<'courses'>,
  image: string | undefined,
): Course {
  const lessons = course.data.lessons.flatMap((slug) => {
    const lesson = library.byPath.get(`/training/${course.slug}/${slug}`)
    return lesson?.collection === 'lessons' && isPublished(lesson) ? lesson : []
  })
  const minutes = lessons.reduce((sum, { data }) => sum + data.minutes, 0)
  return {
    '@type': 'Course',
    name: course.data.title,
    ...workData(library, course, image),
    provider: publisherData(library),
    educationalLevel: course.data.level,
    teaches: course.data.objectives,
    audience: { '@type': 'Audience', audienceType: course.data.audience },
    hasPart: lessons.map((lesson): LearningResource => ({
      '@type': 'LearningResource',
      name: lesson.data.title,
      url: addressOf(library.site, lesson.url),
      timeRequired: `PT${lesson.data.minutes}M`,
    })),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: `PT${minutes}M`,
    },
  }
}

/** A meeting made ready: what it takes, what it leads to, and the texts it is made of. */
export function packData(
  library: Library,
  pack: EntryOf<'packs'>,
  image: string | undefined,
): LearningResource {
  const paths = pack.data.agenda.flatMap(({ entries }) =>
    entries.map((one) => normalizePath(one).path),
  )
  const parts = [...new Set(paths)].flatMap((path) => library.byPath.get(path) ?? [])
  return {
    '@type': 'LearningResource',
    name: pack.data.title,
    ...workData(library, pack, image),
    learningResourceType: '学习包',
    timeRequired: `PT${pack.data.minutes}M`,
    teaches: pack.data.aim,
    ...(pack.data.audience
      ? { audience: { '@type': 'Audience', audienceType: pack.data.audience } }
      : {}),
    hasPart: parts.filter(isPublished).map(({ url, data }) => ({
      ...{ '@type': 'CreativeWork' as const },
      name: data.title,
      url: addressOf(library.site, url),
    })),
  }
}

export function lessonData(
  library: Library,
  lesson: EntryOf<'lessons'>,
  image: string | undefined,
): LearningResource {
  const course = library.byPath.get(`/training/${lesson.slug.split('/')[0]}`)
  return {
    '@type': 'LearningResource',
    name: lesson.data.title,
    ...workData(library, lesson, image),
    learningResourceType: '课时',
    timeRequired: `PT${lesson.data.minutes}M`,
    teaches: lesson.data.objectives,
    ...(course?.collection === 'courses' && isPublished(course)
      ? {
          isPartOf: {
            '@type': 'Course',
            name: course.data.title,
            url: addressOf(library.site, course.url),
          },
        }
      : {}),
  }
}
