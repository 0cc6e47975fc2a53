import { normalizePath } from '../../content/address.ts'
import { isPublished } from '../../content/library.ts'
import type { Entry, Library } from '../../content/library.ts'
import { readLinks } from './entry-links.ts'

/**
 * Paths of the entries that some other page leads to: a published entry, the home page, or the
 * footer, which shows every single page.
 */
export function reachablePaths(library: Library): ReadonlySet<string> {
  const { home } = library.site
  const chosen = [home.lead, home.course, home.chart, ...home.cases, ...home.videos, ...home.topics]
  const found = new Set(chosen.flatMap((path) => (path ? [normalizePath(path).path] : [])))
  for (const entry of library.entries)
    if (isPublished(entry)) {
      for (const { path } of readLinks({ entry })) if (path !== entry.path) found.add(path)
      // Asked in the middle of a run it would hold every body at once.
      entry.release()
    }
  for (const path of [...found]) if (isLesson(library.byPath.get(path))) found.add(courseOf(path))
  return found
}

/** The path of the course a lesson belongs to. */
export function courseOf(lesson: string): string {
  return lesson.replace(/\/[^/]+$/, '')
}

function isLesson(entry: Entry | undefined): boolean {
  return entry?.collection === 'lessons'
}
