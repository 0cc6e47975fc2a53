import { isPublished, published } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import type { PageReference, PageKind } from '../study/activity.ts'
import type { PageItem } from '../study/pack.ts'
import { homeCases, homeCourse, homePeople } from './home-choice.ts'
import { entryAt, href } from './links.ts'
import { lessonsOf } from './training.ts'
import { factSource } from './fact-links.ts'
import type { FigureShown } from './fact-links.ts'
import { readingMinutes } from '../content/reading-time.ts'

/** What the study record and the study pack need of a page; it stands in the page as data. */
export interface StudyPage extends PageReference {
  base: string
  minutes: number
  /** A video that plays here; of others there is only a text. */
  film?: boolean
  /** A lesson with a self-test. */
  tested?: boolean
  /** Questions to talk about in a meeting: the editors' own, or one that asks how it applies here. */
  discussion: string[]
  /** Of a case: the numeral or keyword that lists show of it. */
  figure?: FigureShown
  /** Of a course or topic: its entries in order, which is what a study pack takes. */
  parts?: PageItem[]
}

const kinds: Partial<Record<Entry['collection'], PageKind>> = {
  cases: 'case',
  videos: 'video',
  people: 'person',
  courses: 'course',
  lessons: 'lesson',
  topics: 'topic',
}

export function studyPage(library: Library, entry: Entry): StudyPage | undefined {
  const kind = kinds[entry.collection]
  if (!kind) return undefined
  return {
    page: entry.path,
    title: entry.data.title,
    kind,
    base: library.site.base,
    minutes: minutesOf(entry),
    ...(entry.collection === 'videos' && entry.data.file ? { film: true } : {}),
    ...(entry.collection === 'lessons' && entry.data.quiz.length > 0 ? { tested: true } : {}),
    discussion: discussionOf(entry),
    ...figureOfCase(library, entry),
    ...partsOf(library, entry),
  }
}

function figureOfCase(library: Library, entry: Entry): { figure?: FigureShown } {
  const highlight = entry.collection === 'cases' ? entry.data.highlight : undefined
  const source = highlight && factSource(library, highlight.cite)
  if (!source) return {}
  const { text: value, unit = '', label } = highlight
  return { figure: { value, unit, label, source } }
}

function partsOf(library: Library, entry: Entry): { parts?: PageItem[] } {
  const paths =
    entry.collection === 'courses'
      ? entry.data.lessons.map((slug) => `${entry.path}/${slug}`)
      : entry.collection === 'topics'
        ? entry.data.entries
        : undefined
  if (!paths) return {}
  const entries = paths.flatMap((path) => entryAt(library, path) ?? []).filter(isPublished)
  const studied = entries.filter(({ collection }) => collection !== 'courses' && kinds[collection])
  return { parts: studied.map((one) => ({ page: one.path, minutes: minutesOf(one) })) }
}

/** Questions a meeting talks about: the editors' own, or one that asks how it applies here. */
export function discussionOf(entry: Entry): string[] {
  if (entry.collection === 'packs') return entry.data.questions.map(({ question }) => question)
  const { discussion, title } = entry.data
  if (discussion.length > 0) return discussion
  if (entry.collection === 'cases')
    return [`《${title}》里的哪一项做法，我们支部能先试？谁来做，什么时候做？`]
  if (entry.collection === 'videos') return [`看完《${title}》，哪一处和我们的工作最像？`]
  if (entry.collection === 'lessons')
    return entry.data.objectives.map((goal) => `不看材料，谁来试一试：${goal}？`)
  return []
}

/** A course, for the record's lines and its choice by course. */
export interface StudyCourse {
  page: string
  title: string
  lessons: { page: string; title: string; minutes: number }[]
}

/** What the reader's own page is given. */
export interface MyStudyView {
  base: string
  /** The portal's public address, or its base where none is set. */
  home: string
  courses: StudyCourse[]
  /** Where somebody without a record may begin. */
  starts: { href: string; title: string; text: string }[]
}

export function myStudyView(library: Library): MyStudyView {
  return {
    base: library.site.base,
    home: homeOf(library),
    courses: published(library, 'courses').map((course) => ({
      page: course.path,
      title: course.data.title,
      lessons: lessonsOf(library, course).map((lesson) => ({
        page: lesson.path,
        title: lesson.data.title,
        minutes: minutesOf(lesson),
      })),
    })),
    starts: startsOf(library),
  }
}

/** A lesson, a case and a person: the first of each that the front page shows. */
function startsOf(library: Library): MyStudyView['starts'] {
  const course = homeCourse(library)
  const start = (title: string, entry: Entry | undefined, name: string, after = '') =>
    entry
      ? [
          {
            href: href(library, entry.url),
            title,
            text: `${name}。约${minutesOf(entry)}分钟${after}。`,
          },
        ]
      : []
  const lesson = course && lessonsOf(library, course)[0]
  const [one] = homeCases(library)
  const [person] = homePeople(library)
  const tested = lesson && lesson.data.quiz.length > 0 ? '，学完有自测' : ''
  return [
    ...start('学一课', lesson, lesson?.data.title ?? '', tested),
    ...start('读一个案例', one, one?.data.title ?? ''),
    ...start('看一个人', person, person ? `${person.data.title}：${person.data.role.text}` : ''),
  ]
}

/** The portal's public address, or its base where none is set. */
export function homeOf({ site }: Library): string {
  return site.url ? new URL(site.base, site.url).href : site.base
}

/** Minutes an entry takes: written by the editors, the film's own length, or by its characters. */
export function minutesOf(entry: Entry): number {
  if (entry.collection === 'lessons') return entry.data.minutes
  if (entry.collection === 'videos' && entry.data.duration)
    return Math.max(1, Math.ceil(entry.data.duration / 60))
  return readingMinutes(entry.body.characters)
}
