/**
 * The portal's library as search documents. Build time.
 *
 * Only what readers see enters: published entries that are no samples, and sources with a fact that
 * somebody read. Facet values are the words readers see.
 */
import { mediaFile } from '../content/address.ts'
import { here } from '../content/origins.ts'
import { toldOf } from '../content/film-told.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import { unread } from '../model/people.ts'
import { placesIn, provinceOf } from '../model/regions.ts'
import type { SearchDocument, SearchSection } from '../search/build.ts'
import { facetNames } from './facets.ts'
import type { FacetName } from './facets.ts'
import { collectedSearchables } from './collected-documents.ts'
import type { Searchable } from './searchable.ts'
import { caseWords, text } from './sections.ts'
import { placesOfSources, sourceDocument } from './source-documents.ts'
import { bodySections, quizSection } from './statements.ts'

const isFindable = ({ data }: Entry): boolean =>
  data.status === 'published' && data.provenance !== 'sample'

function transcript(library: Library, entry: Entry): SearchSection[] {
  if (entry.collection !== 'videos') return []
  return toldOf(library, entry).flatMap(({ text, start }) =>
    text ? { field: 'transcript', text, at: start } : [],
  )
}

/** The title of the course that a lesson belongs to. */
function courseTitle(library: Library, { collection, path }: Entry): string {
  if (collection !== 'lessons') return ''
  return library.byPath.get(path.replace(/\/[^/]*$/u, ''))?.data.title ?? ''
}

function personSections(person: EntryOf<'people'>['data']): SearchSection[] {
  const { role, honours, portrait, life, discussion } = person
  const awarded = honours.map(({ name, body }) => `${body === unread ? '' : body}${name}`)
  return [
    ...text('summary', [role.text, awarded.join('、'), portrait?.caption ?? '']),
    ...text('body', [life.map(({ what }) => what).join('；'), ...discussion]),
  ]
}

/** What an entry of its collection has beside the body. */
function ownSections(library: Library, entry: Entry): SearchSection[] {
  switch (entry.collection) {
    case 'organizations':
    case 'terms':
      return text('name', entry.data.aliases)
    case 'topics':
      return text('summary', [entry.data.intro])
    case 'packs':
      return text('summary', packWords(entry.data))
    case 'cases':
      return text('summary', caseWords(entry.data))
    case 'courses':
      return text('summary', entry.data.objectives)
    case 'people':
      return personSections(entry.data)
    case 'videos':
      return text('summary', [entry.data.programme ?? ''])
    case 'lessons': {
      const found = text('summary', [courseTitle(library, entry), ...entry.data.objectives])
      return [...found, ...entry.data.quiz.map(quizSection)]
    }
    default:
      return []
  }
}

/** What a branch would look for in a pack: its aim, what is done, what is asked. */
function packWords({ aim, occasion, agenda, questions }: EntryOf<'packs'>['data']): string[] {
  return [
    aim,
    occasion?.name ?? '',
    ...agenda.map(({ kind, title }) => `${kind}：${title}`),
    ...questions.map(({ question }) => question),
  ]
}

/** Lessons stand under their course, as readers look for them. */
const labelOf = ({ collection }: Entry): string =>
  collections[collection === 'lessons' ? 'courses' : collection].label

function organizationNames(library: Library, entry: Entry): string[] {
  const unit = entry.collection === 'cases' ? [entry.data.unit] : []
  const slugs = new Set([...unit, ...entry.data.organizations])
  return [...slugs].flatMap(
    (slug) => library.byPath.get(`/organizations/${slug}`)?.data.title ?? [],
  )
}

function facetsOf(entry: Entry, organizations: string[]): SearchDocument['facets'] {
  const { topics, regions } = entry.data
  const { year, series } = entry.collection === 'cases' ? entry.data : {}
  return {
    collection: labelOf(entry),
    topics,
    organization: organizations,
    region: [...new Set(regions.map(provinceOf))],
    ...(year ? { year: String(year) } : {}),
    ...(series ? { series } : {}),
  }
}

/** The document of an entry, whose body is let go afterwards. */
function entryDocument(library: Library, entry: Entry): SearchDocument {
  const { data } = entry
  const organizations = organizationNames(library, entry)
  const document: SearchDocument = {
    id: entry.path,
    path: entry.url,
    title: data.title,
    kind: entry.collection,
    kindLabel: collections[entry.collection].label,
    date: data.date,
    facets: facetsOf(entry, organizations),
    tags: [...data.topics, ...organizations],
    places: placesIn(data.regions),
    sections: [
      ...(data.short ? [{ field: 'name' as const, text: data.short }] : []),
      { field: 'summary', text: data.summary },
      ...ownSections(library, entry),
      ...bodySections(entry),
      ...transcript(library, entry),
    ],
  }
  entry.release()
  return document
}

/** The facets that the index of a portal has: whose something is, where it may be another portal's. */
export function facetsIn({ collected }: Library): readonly FacetName[] {
  return collected.length > 0 ? facetNames : facetNames.filter((name) => name !== 'origin')
}

/**
 * Everything a reader may look for, in path order, entries before sources, those of other portals last.
 * `nameOf` names what stands in a file. Beside others a document of this portal says whose it is.
 */
export function searchables(library: Library, nameOf: (file: string) => string): Searchable[] {
  const others = collectedSearchables(library)
  const own = ownSearchables(library, nameOf)
  return others.length > 0 ? [...own.map(markOwn), ...others] : own
}

function markOwn({ id, of, document }: Searchable): Searchable {
  return {
    id,
    of: `${of} ${here}`,
    document() {
      const made = document()
      return { ...made, facets: { ...made.facets, origin: here } }
    },
  }
}

function ownSearchables(library: Library, nameOf: (file: string) => string): Searchable[] {
  const entries = library.entries.filter(isFindable).map((entry): Searchable => {
    const { file, path } = entry
    const around = [organizationNames(library, entry), courseTitle(library, entry)]
    const captions = entry.collection === 'videos' && entry.data.captions
    const spoken = captions && library.captions.get(mediaFile(entry, captions))
    const storyboard = entry.collection === 'videos' && library.storyboards.get(entry.slug)?.file
    const films = [spoken && nameOf(spoken.path), storyboard && nameOf(storyboard)]
    const of = JSON.stringify([nameOf(file), around, films])
    return { id: path, of, document: () => entryDocument(library, entry) }
  })
  const places = placesOfSources(library.entries.filter(isFindable))
  const sources = [...library.sources.values()].flatMap((source): Searchable[] => {
    const facts = source.data.facts.filter(({ verified }) => verified)
    if (facts.length === 0) return []
    const around = places.get(source.data.id) ?? []
    const document = (): SearchDocument => sourceDocument(source, facts, around)
    const of = JSON.stringify([nameOf(source.file), around])
    return [{ id: `/data/${source.data.id}`, of, document }]
  })
  return [...entries, ...sources]
}
