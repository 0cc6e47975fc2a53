import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { entryAt } from './links.ts'
import { latestEntries } from './listed.ts'

/** The course to begin with: the editors' choice in `site.yaml`, or the first there is. */
export function homeCourse(library: Library): EntryOf<'courses'> | undefined {
  const { course } = library.site.home
  return chosen(library, course ? [course] : [], 'courses')[0] ?? published(library, 'courses')[0]
}

/** Three at most: the lead first, then the editors' choice; without one, the latest there are. */
export function homeCases(library: Library): EntryOf<'cases'>[] {
  const { lead, cases } = library.site.home
  const named = chosen(library, [...(lead ? [lead] : []), ...cases], 'cases')
  return (named.length > 0 ? named : latestEntries(library, 'cases')).slice(0, 3)
}

/** Three at most: the editors' choice, or the first there are. */
export function homePeople(library: Library): EntryOf<'people'>[] {
  const people = chosen(library, library.site.home.people, 'people')
  return (people.length > 0 ? people : published(library, 'people')).slice(0, 3)
}

/** The published entries of a collection among those named, in the order they are named. */
export function chosen<Name extends 'cases' | 'videos' | 'people' | 'courses' | 'charts'>(
  library: Library,
  paths: readonly string[],
  name: Name,
): EntryOf<Name>[] {
  const wanted = new Set(paths.flatMap((path) => entryAt(library, path)?.path ?? []))
  const entries = published(library, name).filter((entry) => wanted.has(entry.path))
  const rank = [...wanted]
  return entries.sort((a, b) => rank.indexOf(a.path) - rank.indexOf(b.path))
}
