import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { collectedPortals, here } from '../content/origins.ts'
import { domains } from '../model/people.ts'
import { provinceOf, provinces } from '../model/regions.ts'
import { spelt } from '../model/spelling.ts'
import { sourceYear } from './case-years.ts'
import { collectedCases } from './collected-case.ts'
import { countValues, ownOrigin } from './facets.ts'
import type { Facet, FacetTags } from './facets.ts'
import { forms, formsOf, testedPaths } from './forms.ts'
import { entryAt, href } from './links.ts'
import { ownCase } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'
import { sourceDate } from './source-date.ts'

/** Collections that have lists with facets. */
export type ListedCollection = 'cases' | 'videos' | 'people'

/** Something in a list, and what the list can be narrowed by. */
export interface Listed {
  item: ListedCase | EntryOf<'videos'> | EntryOf<'people'>
  tags: FacetTags
}

/** What readers see of a collection of this portal, latest source first; people by their work before. */
export function latestEntries<Name extends ListedCollection>(
  library: Library,
  collection: Name,
): (EntryOf<Name> & Entry)[] {
  // They are entries of the library.
  const entries = published(library, collection) as (EntryOf<Name> & Entry)[]
  const dated = entries.map((entry) => ({ entry, date: sourceDate(library, entry) ?? '' }))
  dated.sort(
    (a, b) =>
      placeOf(a.entry) - placeOf(b.entry) ||
      (a.date === b.date ? (a.entry.path < b.entry.path ? -1 : 1) : a.date < b.date ? 1 : -1),
  )
  return dated.map(({ entry }) => entry)
}

/** The items of a list in their order. */
export function listed(library: Library, collection: ListedCollection): Listed[] {
  const tested = testedPaths(library)
  const items: Listed['item'][] =
    collection === 'cases' ? latestCases(library) : latestEntries(library, collection)
  return items.map((item) => ({ item, tags: tagsOf(library, item, tested) }))
}

/** Those of one day: this portal's own first. */
function latestCases(library: Library): ListedCase[] {
  const own = latestEntries(library, 'cases').map((entry) => ownCase(library, entry))
  const collected = collectedCases(library)
  if (collected.length === 0) return own
  const day = ({ date = '' }: ListedCase) => date
  return [...own, ...collected].sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1))
}

/** People stand by what they work at, couriers first: the nearest to our readers. */
function placeOf(entry: Entry): number {
  return entry.collection === 'people' ? Object.keys(domains).indexOf(entry.data.domain) : 0
}

function tagsOf(library: Library, item: Listed['item'], tested: ReadonlySet<string>): FacetTags {
  const { site } = library
  const { series, measures = [] } = item.collection === 'cases' ? item.data : {}
  return {
    form: item.collection === 'cases' && item.entry ? formsOf(library, item.entry, tested) : [],
    topic: item.data.topics.flatMap(
      (name) => site.topics.find((topic) => topic.name === name)?.slug ?? [],
    ),
    region: [
      ...new Set(item.data.regions.flatMap((region) => provinces[provinceOf(region)] ?? [])),
    ],
    measure: site.measures.flatMap(({ name, slug }) =>
      measures.some((one) => one.name === name) ? slug : [],
    ),
    series: site.series.flatMap((one) => (one.name === series ? one.slug : [])),
    ...(item.collection === 'cases' ? { year: [yearTag(item)], ...originTag(library, item) } : {}),
    ...(item.collection === 'videos' ? videoTags(library, item) : {}),
    ...(item.collection === 'people' ? personTags(item) : {}),
  }
}

/** The value of the facet `year` of cases whose sources have no date. */
export const undated = 'undated'

function yearTag(one: ListedCase): string {
  return String(sourceYear(one) ?? undated)
}

/** The years of the items there are, the latest first, the undated last. */
function yearFacet(items: readonly FacetTags[]): KnownFacet {
  const years = new Set(items.flatMap(({ year = [] }) => year))
  years.delete(undated)
  const known = [...years].sort((a, b) => Number(b) - Number(a))
  return {
    name: 'year',
    label: '年份',
    known: [
      ...known.map((year) => ({ value: year, label: `${year}年` })),
      { value: undated, label: '未写明' },
    ],
  }
}

/** Which portal a case is of, where it may be another's. */
function originTag(library: Library, { origin }: ListedCase): FacetTags {
  return library.collected.length > 0 ? { origin: [origin?.id ?? ownOrigin] } : {}
}

/** Lengths a reader may look for, in seconds; a programme hosted elsewhere has none we know. */
const lengths = [
  { value: 'short', label: '2分钟以内', until: 120 },
  { value: 'medium', label: '2到5分钟', until: 300 },
  { value: 'long', label: '5分钟以上', until: Infinity },
]
const elsewhere = { value: 'elsewhere', label: '站外节目' }

function videoTags(library: Library, { data }: EntryOf<'videos'>): FacetTags {
  const { programme, duration, organizations, related } = data
  const length = lengths.find(({ until }) => duration !== undefined && duration <= until)
  return {
    programme: programme ? [spelt(programme)] : [],
    organization: organizations.filter((slug) => library.byPath.has(`/organizations/${slug}`)),
    length: [(length ?? elsewhere).value],
    person: relatedIn(library, related, 'people'),
    case: relatedIn(library, related, 'cases'),
  }
}

/** Names of the entries of a collection that a film is about: those it leads to. */
function relatedIn(library: Library, paths: readonly string[], of: 'people' | 'cases'): string[] {
  return paths.flatMap((path) => {
    const entry = entryAt(library, path)
    return entry?.collection === of && isPublished(entry) ? entry.slug : []
  })
}

/** Programmes and organisations of the videos there are, as facet values. */
function videoFacets(library: Library): KnownFacet[] {
  const videos = published(library, 'videos')
  const programmes = new Map<string, Known>()
  for (const { data } of videos) {
    if (!data.programme) continue
    const value = spelt(data.programme)
    // A programme told on one page goes by that page's short name: the whole names are long.
    const label = programmes.has(value) ? data.programme : (data.short ?? data.programme)
    programmes.set(value, { value, label })
  }
  const organizations = published(library, 'organizations').map(({ slug, data }) => ({
    value: slug,
    label: data.short ?? data.title,
  }))
  const named = (of: 'people' | 'cases') =>
    published(library, of).map(({ slug, data }) => ({
      value: slug,
      label: data.short ?? data.title,
    }))
  return [
    { name: 'length', label: '长短', known: [...lengths, elsewhere] },
    { name: 'person', label: '人物', known: named('people') },
    { name: 'case', label: '案例', known: named('cases') },
    { name: 'organization', label: '组织', known: organizations },
    { name: 'programme', label: '栏目', known: [...programmes.values()] },
  ]
}

function personTags({ data }: EntryOf<'people'>): FacetTags {
  return {
    domain: [domains[data.domain]],
    honour: [...new Set(data.honours.map(({ name }) => spelt(name)))],
  }
}

/** What people work at, and the honours they were given, as facet values. */
function personFacets(library: Library): { domain: KnownFacet; honour: KnownFacet } {
  const names = new Set(
    published(library, 'people').flatMap(({ data }) => data.honours.map(({ name }) => name)),
  )
  return {
    domain: {
      name: 'domain',
      label: '领域',
      known: Object.entries(domains).map(([label, value]) => ({ value, label })),
    },
    honour: {
      name: 'honour',
      label: '荣誉',
      known: Array.from(names, (label) => ({ value: spelt(label), label })),
    },
  }
}

interface KnownFacet {
  name: string
  label: string
  known: Known[]
}

interface Known {
  value: string
  label: string
}

function originFacet(library: Library): KnownFacet {
  const others = collectedPortals(library).map(([, { id, name }]) => ({ value: id, label: name }))
  return {
    name: 'origin',
    label: '门户',
    known: [{ value: ownOrigin, label: here }, ...others],
  }
}

/** The facets that something in the list has, with a page of its own for each value. */
export function facetsOf(library: Library, collection: string, items: FacetTags[]): Facet[] {
  const person = collection === 'people' ? personFacets(library) : undefined
  const facets: KnownFacet[] = [
    ...(person ? [person.domain] : []),
    {
      name: 'topic',
      label: '主题',
      known: library.site.topics.map(({ name, slug }) => ({ value: slug, label: name })),
    },
    {
      name: 'form',
      label: '形式',
      known: Object.entries(forms).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'region',
      label: '地区',
      known: Object.entries(provinces).map(([label, value]) => ({ value, label })),
    },
    yearFacet(items),
    {
      name: 'measure',
      label: '举措',
      known: library.site.measures.map(({ name, slug }) => ({ value: slug, label: name })),
    },
    {
      name: 'series',
      label: '系列',
      known: library.site.series.map(({ name, slug }) => ({ value: slug, label: name })),
    },
    ...(collection === 'cases' ? [originFacet(library)] : []),
    ...(collection === 'videos' ? videoFacets(library) : []),
    ...(person ? [person.honour] : []),
  ]
  return facets.flatMap(({ name, label, known }) => {
    const counts = countValues(items, name, {})
    const values = known.flatMap((one) => {
      const count = counts.get(one.value)
      return count
        ? { ...one, count, href: href(library, `/${collection}/${name}/${one.value}.html`) }
        : []
    })
    return values.length > 0 ? { name, label, values } : []
  })
}
