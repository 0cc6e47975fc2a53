import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { placeOf } from '../model/sources.ts'
import type { PoolQuestion } from '../meeting/contest/pool.ts'
import { answerKey } from '../model/training.ts'
import { questionKey, shuffled } from '../study/question.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { attachmentsOf } from './attachments.ts'
import type { Attachment } from './attachments.ts'
import { bookOf } from './book.ts'
import type { BookPlan } from './book.ts'
import { citable, citing } from './facts.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import type { Card, Relations } from './related.ts'
import { sectionLink } from './sections.ts'

interface LessonItem {
  href: string
  /** The lesson as the study record knows it. */
  page: string
  title: string
  about: string
  minutes: number
  current?: boolean
}

interface CourseCard {
  href: string
  title: string
  summary: string
  level: string
  /** Minutes of each lesson, in their order. */
  lengths: number[]
}

export interface CourseView extends Article {
  crumbs: Link[]
  summary: string
  level: string
  objectives: string[]
  lessons: LessonItem[]
  attachments: Attachment[]
  book?: BookPlan
  info: InfoRow[]
}

/** A question as the page and the island need it; the key travels with it, for there is no score to guard. */
export type QuizQuestion = PoolQuestion

export interface LessonView extends Article {
  crumbs: Link[]
  short: string
  course: Link
  place: string
  summary: string
  minutes: number
  objectives: string[]
  lessons: LessonItem[]
  quiz: QuizQuestion[]
  attachments: Attachment[]
  previous?: Link
  next?: Link
  info: InfoRow[]
  related: Card[]
}

/** The lessons of a course in its order, only those readers see. */
export function lessonsOf(library: Library, course: EntryOf<'courses'>): EntryOf<'lessons'>[] {
  return course.data.lessons.flatMap((slug) => {
    const entry = library.byPath.get(`/training/${course.slug}/${slug}`)
    return entry?.collection === 'lessons' && isPublished(entry) ? entry : []
  })
}

/** Courses by level, in the order of `courses` in `site.yaml`; the others follow. */
export function courseCards(library: Library): CourseCard[] {
  const ranks = { 入门: 0, 进阶: 1 }
  const { courses, home } = library.site
  const listed = [...courses, home.course].map((path) => path && entryAt(library, path))
  const place = (course: Entry) =>
    listed.includes(course) ? listed.indexOf(course) : listed.length
  return published(library, 'courses')
    .sort(
      (a, b) =>
        ranks[a.data.level] - ranks[b.data.level] ||
        place(a) - place(b) ||
        (a.path < b.path ? -1 : 1),
    )
    .map((course) => ({
      href: href(library, course.url),
      title: course.data.title,
      summary: course.data.summary,
      level: course.data.level,
      lengths: lessonsOf(library, course).map(({ data }) => data.minutes),
    }))
}

export function courseView(library: Library, course: EntryOf<'courses'>): CourseView {
  const lessons = lessonsOf(library, course)
  const questions = lessons.reduce((sum, lesson) => sum + lesson.data.quiz.length, 0)
  return {
    ...articleOf(library, course),
    crumbs: [sectionLink(library, '学习')],
    summary: course.data.summary,
    level: course.data.level,
    objectives: course.data.objectives,
    lessons: lessonItems(library, lessons),
    attachments: attachmentsOf(library, course),
    book: bookOf(
      library,
      course,
      lessons.map(({ path }) => path),
    ),
    info: rows([
      { label: '适合', items: [{ text: course.data.audience }] },
      { label: '程度', items: [{ text: course.data.level }] },
      { label: '形式', items: [{ text: `${lessons.length}课，${questions}道自测题` }] },
      ...sharedInfo(library, course),
    ]),
  }
}

export function lessonView(
  library: Library,
  lesson: EntryOf<'lessons'>,
  relations: Relations,
): LessonView {
  const course = courseOf(library, lesson)
  const lessons = course ? lessonsOf(library, course) : [lesson]
  const index = lessons.indexOf(lesson)
  const home = course
    ? { href: href(library, course.url), text: course.data.title }
    : sectionLink(library, '学习')
  const beside = (other: EntryOf<'lessons'> | undefined) =>
    other && { href: href(library, other.url), text: other.data.title }
  const previous = beside(lessons[index - 1])
  const next = beside(lessons[index + 1])
  const article = articleOf(library, lesson)
  return {
    ...article,
    ...(article.listen && next ? { listen: { ...article.listen, next } } : {}),
    crumbs: [sectionLink(library, '学习'), ...(course ? [home] : [])],
    short: lesson.data.short ?? lesson.data.title,
    course: home,
    place: index >= 0 && course ? `第${index + 1}课，共${lessons.length}课` : '单独的一课',
    minutes: lesson.data.minutes,
    summary: lesson.data.summary,
    objectives: lesson.data.objectives,
    lessons: lessonItems(library, lessons, lesson),
    quiz: lesson.data.quiz.map((question) => quizQuestion(library, question, lesson.data.shuffle)),
    attachments: attachmentsOf(library, lesson),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
    info: rows([
      { label: '课程', items: [home] },
      { label: '时间', items: [{ text: `约${lesson.data.minutes}分钟` }] },
      ...sharedInfo(library, lesson),
    ]),
    related: relations.of(lesson),
  }
}

function courseOf(library: Library, lesson: EntryOf<'lessons'>): EntryOf<'courses'> | undefined {
  const [slug = ''] = lesson.slug.split('/')
  const course = library.byPath.get(`/training/${slug}`)
  return course?.collection === 'courses' && isPublished(course) ? course : undefined
}

function lessonItems(
  library: Library,
  lessons: EntryOf<'lessons'>[],
  current?: EntryOf<'lessons'>,
): LessonItem[] {
  return lessons.map((lesson) => ({
    href: href(library, lesson.url),
    page: lesson.path,
    title: lesson.data.short ?? lesson.data.title,
    about: lesson.data.objectives[0] ?? '',
    minutes: lesson.data.minutes,
    ...(lesson === current ? { current: true } : {}),
  }))
}

/** A question of a lesson as it is shown, with its options in their order and its sources. */
export function quizQuestion(
  library: Library,
  question: EntryOf<'lessons'>['data']['quiz'][number],
  shuffle: boolean,
): QuizQuestion {
  const key = questionKey(question.question)
  const { options, right } = answerKey(question)
  const given = options.map((_, index) => index)
  // 对 and 错 keep their places.
  const order = shuffle && question.kind !== 'judge' ? shuffled(options.length, key) : given
  return {
    key,
    kind: question.kind,
    question: question.question,
    options: order.map((index) => options[index] ?? ''),
    right: right.map((index) => order.indexOf(index)).sort((a, b) => a - b),
    explanation: question.explanation,
    sources: firstOfEach(
      question.cites.flatMap((id) => {
        const cited = citable(library, id)
        if (!cited) return []
        const { publisher, title } = citing(cited.source)
        const where = placeOf(cited.fact)
        const place = where ? `${title}，${where}` : publisher
        return { href: href(library, `/data/${cited.source.id}.html#${id}`), text: place }
      }),
    ),
  }
}

/** One link a source, at the first fact cited from it. */
function firstOfEach(links: Link[]): Link[] {
  return links.filter((link, index) => links.findIndex(({ text }) => text === link.text) === index)
}
