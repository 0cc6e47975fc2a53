import { isPublished, published } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { entryAt } from './links.ts'

/** What a case comes with beside its text, as the facet and the row say it. */
export const forms = { chart: '含图表', video: '含视频', quiz: '含自测' } as const
type Form = keyof typeof forms

/** Paths of the entries that a lesson with a self-test is about. */
export function testedPaths(library: Library): ReadonlySet<string> {
  return new Set(
    published(library, 'lessons')
      .filter(({ data }) => data.quiz.length > 0)
      .flatMap((lesson) => linkedEntries(library, lesson).map(({ path }) => path)),
  )
}

export function formsOf(library: Library, entry: Entry, tested: ReadonlySet<string>): Form[] {
  const collections = new Set(linkedEntries(library, entry).map(({ collection }) => collection))
  return [
    ...(collections.has('charts') ? ['chart' as const] : []),
    ...(collections.has('videos') ? ['video' as const] : []),
    ...(tested.has(entry.path) ? ['quiz' as const] : []),
  ]
}

/** The charts that a text holds or leads to, each once. */
export function chartsIn(library: Library, entry: Entry): Entry[] {
  return [...new Set(linkedEntries(library, entry))].filter(
    ({ collection }) => collection === 'charts',
  )
}

/** The published entries that an entry links to in its text or names as related. */
function linkedEntries(library: Library, entry: Entry): Entry[] {
  const written = [...entry.body.links.map(({ target }) => target), ...entry.data.related]
  return written
    .filter((target) => target.startsWith('/'))
    .flatMap((target) => entryAt(library, target) ?? [])
    .filter(isPublished)
}
