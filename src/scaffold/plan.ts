import type { Library } from '../content/library.ts'
import { nearest } from '../content/nearest.ts'
import type { FormField } from '../model/form.ts'
import { readTyped } from '../model/form.ts'
import { slug as slugSchema } from '../model/fields.ts'
import { parseLoosely } from './options.ts'
import type { NewOptions } from './options.ts'

/** One thing to ask, with what is taken when the answer is empty. */
export interface Asked {
  name: string
  question: string
  /** Shown in brackets. */
  standard: string
  /** Why an answer cannot be taken. */
  fault: (answer: string) => string | undefined
}

const derived = new Set(['id', 'facts', 'status', 'date', 'accessed', 'provenance'])

/** What is still to be asked, in order: the title, required fields, usual ones, the file name last. */
export function questionsFor(options: NewOptions, library: Library): Asked[] {
  const { kind, values } = options
  const course = kind.name === 'lesson' && options.course === undefined ? [askCourse(library)] : []
  const fields = kind.fields.filter(
    ({ name, required }) =>
      values[name] === undefined &&
      !derived.has(name) &&
      (required || (kind.starter.fields?.includes(name) ?? false)),
  )
  return [...course, ...fields.map((field) => askField(field, library))]
}

function askCourse(library: Library): Asked {
  const courses = coursesOf(library)
  return {
    name: 'course',
    question: `属于哪门课程？有：${courses.join('、') || '还没有课程'}`,
    standard: '',
    fault: (answer) => courseFault(answer, library),
  }
}

/** Why a lesson cannot be written into a course. */
export function courseFault(course: string | undefined, library: Library): string | undefined {
  const courses = coursesOf(library)
  if (!course) return '课时要写明课程：--course 课程的文件夹名。'
  if (courses.includes(course)) return undefined
  const guess = nearest(course, courses)
  if (guess) return `没有“${course}”这门课程。你是不是要写 ${guess}？`
  return `没有“${course}”这门课程。先运行 npm run new -- course --slug ${course}。`
}

function coursesOf(library: Library): string[] {
  return library.entries
    .filter(({ collection }) => collection === 'courses')
    .map(({ slug }) => slug)
}

function askField(field: FormField, library: Library): Asked {
  const { name, title, wording, required } = field
  const choices = choicesFor(name, library)
  return {
    name,
    question: `${title}：${wording}${choices ? `有：${choices}` : ''}`,
    standard: required ? '先留作待补' : '先不写',
    fault: (answer) => {
      const read = readTyped(field, answer, parseLoosely)
      return 'fault' in read ? read.fault : undefined
    },
  }
}

/** What a field may name, when the portal keeps a list of it. */
function choicesFor(name: string, { site, entries, sources }: Library): string {
  const list: Record<string, () => string[]> = {
    topics: () => site.topics.map((topic) => topic.name),
    series: () => site.series.map((one) => one.name),
    measures: () => site.measures.map((one) => one.name),
    unit: () => entries.filter(({ collection }) => collection === 'organizations').map(described),
    sources: () => [...sources.keys()],
  }
  const all = list[name]?.() ?? []
  return all.length > 30 ? `${all.slice(0, 30).join('、')}……` : all.join('、')
}

function described({ slug, data }: Library['entries'][number]): string {
  return `${slug}（${data.short ?? data.title}）`
}

/** Why a name cannot be a file's. */
export function slugFault(slug: string): string | undefined {
  return slugSchema.safeParse(slug).error?.issues[0]?.message
}
