import type { Entry, Library } from '../content/library.ts'
import type { OnPage, PageKind } from '../study/activity.ts'
import { readingMinutes } from './time.ts'

/** What the study record and the study pack need of a page; it stands in the page as data. */
export interface StudyPage extends OnPage {
  base: string
  minutes: number
  /** Questions to talk about in a meeting. */
  discussion: string[]
}

const kinds: Partial<Record<Entry['collection'], PageKind>> = {
  cases: 'case',
  videos: 'video',
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
    discussion: [],
  }
}

/** Minutes an entry takes: written by the editors, the film's own length, or by its characters. */
export function minutesOf(entry: Entry): number {
  if (entry.collection === 'lessons') return entry.data.minutes
  if (entry.collection === 'videos' && entry.data.duration)
    return Math.max(1, Math.ceil(entry.data.duration / 60))
  return readingMinutes(entry.body.characters)
}
