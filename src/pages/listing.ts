import { isPublished } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { briefRow } from './brief.ts'
import type { BriefRow } from './brief.ts'
import { caseRow } from './case.ts'
import { casesSaid, waysToCases } from './cases-said.ts'
import type { CaseRow } from './case.ts'
import { ofThemSaid } from './facets.ts'
import type { Facet, FacetTags } from './facets.ts'
import { drawnCases } from './drawn-cases.ts'
import type { DrawnCases } from './drawn-cases.ts'
import { listedCases } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'
import { entryAt, entryLink, href, organizationLink } from './links.ts'
import type { Link } from './links.ts'
import { facetsOf, listed, undated } from './listed.ts'
import type { Listed, ListedCollection } from './listed.ts'
import type { Involvement } from './organization.ts'
import { cutIntoPages, pagerOf, pageSize } from './paging.ts'
import type { Cut, Pager } from './paging.ts'
import { personCard } from './person.ts'
import type { PersonCard } from './person.ts'
import { sectionLink, sectionName } from './sections.ts'
import type { Section as SiteSection } from './sections.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'

/** Values of a facet that a list shows. */
const mostValues = 40

export interface ListView {
  collection: ListedCollection
  crumbs: Link[]
  title: string
  lead: string
  /** Facet and label when the list is already narrowed. */
  narrowed?: string
  facets: Facet[]
  /** Other ways to the same entries: by place, by measure, by year. */
  ways: Link[]
  /** Where and when its cases are, drawn. */
  drawn?: DrawnCases
  /** All items stand on this page, so that it can be narrowed in place. */
  complete: boolean
  count: number
  /** Of them, how many were collected from other portals. */
  collected: number
  /** Items of the whole list, however this page is narrowed. */
  whole: number
  order: string
  cases: CaseRow[]
  videos: VideoCard[]
  /** Cases too short to stand among the others, below the first page. */
  briefs: BriefRow[]
  people: PersonCard[]
  /** What one item is counted in: 篇, 位. */
  unit: string
  /** Below the people: how a branch proposes somebody, and who may stand here. */
  invite?: { submit?: Link; rules: Link }
  pager: Pager
}

interface ListPage {
  path: string
  section: SiteSection
  title: string
  description: string
  hidden?: true
  view: () => ListView
}

interface Section {
  collection: ListedCollection
  title: SiteSection
  unit: string
  lead: string
  order?: string
}

const casesSection: Section = {
  collection: 'cases',
  title: '案例',
  unit: '篇',
  lead: '每篇都按工作背景、工作举措、工作成效来写，文末列出来源，数字标到出处。',
}
const sections: Section[] = [
  casesSection,
  {
    collection: 'videos',
    title: '视频',
    unit: '篇',
    lead: '本站做的讲解短片，有字幕和文稿；还有各地的短视频项目，写清谁办的、已知什么、还不知道什么。',
  },
  {
    collection: 'people',
    title: '榜样',
    unit: '位',
    lead: '受公开表彰的党员。只写授予的荣誉、做过的事和出处，不写私事。没有照片，每人用一件事画成一幅图。',
    order: '按领域排，来源日期近的在前',
  },
]

/** Every list page: the whole list, and one list a topic, a form, a region and a series that something has. */
export function listPages(library: Library): ListPage[] {
  return sections.flatMap((section) => {
    const items = listed(library, section.collection)
    const facets = facetsOf(
      library,
      section.collection,
      items.map(({ tags }) => tags),
    )
    // What cases did stands in tables of its own: measures.ts.
    const lists = facets.filter(({ name }) => name !== 'measure')
    const narrowed = lists.flatMap((facet) =>
      facet.values.map((value) => ({
        facet: facet.name,
        value: value.value,
        label: value.label,
        whole: items.length,
        items: items.filter(({ tags }) => tags[facet.name]?.includes(value.value)),
      })),
    )
    return [
      ...cut(library, section, facets, { items, whole: items.length }),
      ...narrowed.flatMap((narrow) => cut(library, section, facets, narrow)),
    ]
  })
}

/** The cases of organizations whose own pages cannot hold them all. */
export function organizationLists(library: Library, involvement: Involvement): ListPage[] {
  const many = [...involvement].filter(([, { cases }]) => cases.length > pageSize)
  if (many.length === 0) return []
  const all = listed(library, 'cases')
  return many.flatMap(([slug, { cases }]) => {
    const owner = organizationLink(library, slug)
    const own = new Set(cases)
    const items = all.filter(
      ({ item }) => item.collection === 'cases' && item.entry && own.has(item.entry),
    )
    const index = { href: href(library, '/organizations/index.html'), text: '组织' }
    return owner
      ? pagesOf(
          library,
          [],
          { whole: items.length, label: owner.text, items },
          { ...casesSection, stem: `organizations/${slug}/cases`, crumbs: [index, owner] },
        )
      : []
  })
}

interface Narrowed {
  whole: number
  facet?: string
  value?: string
  label?: string
  items: Listed[]
}

/** What a list is a list of, and where its pages stand. */
interface Place extends Section {
  stem: string
  crumbs: Link[]
}

function cut(library: Library, section: Section, facets: Facet[], narrow: Narrowed): ListPage[] {
  const { collection } = section
  const whole = sectionLink(library, section.title)
  return pagesOf(library, facets, narrow, {
    ...section,
    stem: narrow.facet ? `${collection}/${narrow.facet}/${narrow.value}` : `${collection}/index`,
    crumbs: narrow.label ? [whole] : [],
  })
}

function pagesOf(library: Library, facets: Facet[], narrow: Narrowed, place: Place): ListPage[] {
  const [briefs, items] = [
    narrow.items.filter(isBrief),
    narrow.items.filter((one) => !isBrief(one)),
  ]
  const counted = countedIn(narrow.items)
  // Every page of a long list says the same of the whole of it.
  let lead: string | undefined
  return cutIntoPages(place.stem, items, pageSize).map((page) => ({
    path: page.path,
    section: place.title,
    title: [
      narrow.label,
      sectionName(library, place.title),
      page.count > 1 ? `第${page.index + 1}页` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    description: `${place.lead}${narrow.label ? `这里是“${narrow.label}”，` : ''}共${narrow.items.length}${place.unit}${ofThemSaid(counted)}。`,
    // What other portals published is theirs to be found by.
    ...(page.items.length > 0 && page.items.every(isCollected) ? { hidden: true } : {}),
    view: () => ({
      ...listView(library, facets, narrow, place, page),
      ...counted,
      lead: (lead ??= leadOf(narrow, place)),
      briefs: page.index === 0 ? briefRows(briefs) : [],
    }),
  }))
}

function countedIn(items: readonly Listed[]): { count: number; collected: number } {
  return { count: items.length, collected: items.filter(isCollected).length }
}

function isCollected({ item }: Listed): boolean {
  return item.collection === 'cases' && item.origin !== undefined
}

function isBrief({ item }: Listed): boolean {
  return item.collection === 'cases' && item.data.brief
}

function briefRows(briefs: readonly Listed[]): BriefRow[] {
  return briefs.flatMap(({ item, tags }) =>
    item.collection === 'cases' ? { ...briefRow(item), tags: copy(tags) } : [],
  )
}

function listView(
  library: Library,
  facets: Facet[],
  narrow: Narrowed,
  place: Place,
  page: Cut<Listed>,
): Omit<ListView, 'briefs' | 'count' | 'collected' | 'lead'> {
  const { collection, unit, crumbs, stem } = place
  const title = sectionName(library, place.title)
  return {
    collection,
    crumbs,
    title: narrow.label ? `${title}：${narrow.label}` : title,
    ...(narrow.label ? { narrowed: narrow.label } : {}),
    facets: facets.map((facet) => mostFrequent(markCurrent(facet, narrow))),
    ...(collection === 'cases' && !narrow.label ? waysTo(library, page.index) : { ways: [] }),
    complete: !narrow.label && page.count === 1,
    whole: narrow.whole,
    order: place.order ?? '来源日期近的在前',
    cases: page.items.flatMap(({ item, tags }) =>
      item.collection === 'cases' ? { ...caseRow(library, item, tags.form), tags: copy(tags) } : [],
    ),
    videos: page.items.flatMap(({ item, tags }) =>
      item.collection === 'videos' ? { ...videoCard(library, item), tags: copy(tags) } : [],
    ),
    people: page.items.flatMap(({ item, tags }) =>
      item.collection === 'people' ? { ...personCard(library, item), tags: copy(tags) } : [],
    ),
    unit,
    ...(collection === 'people' ? { invite: inviteOf(library) } : {}),
    pager: pagerOf(library, stem, page, `已显示全部${narrow.items.length}${unit}`),
  }
}

/** The first page of all cases draws where and when they are; the others lead there. */
function waysTo(library: Library, index: number): Pick<ListView, 'ways' | 'drawn'> {
  const ways = waysToCases(library)
  return index === 0 ? { ways, ...drawnCases(library, listedCases(library)) } : { ways }
}

/** A list of some cases says what they are; other lists what their collection is. */
function leadOf({ facet, value, label, items }: Narrowed, { lead }: Place): string {
  const cases = items.flatMap(({ item }) => (item.collection === 'cases' ? item : []))
  const [origin] = cases.flatMap((one) => one.origin ?? [])
  if (label && facet === 'origin' && origin)
    return `${label}公布的案例，按“${origin.licence.name}”使用，${chineseDate(origin.collected)}收来。${whereOriginal(cases)}有更正或撤下以原来的为准。`
  if (label && facet === 'year')
    return `${value === undated ? '来源没有写日期的' : `来源刊发于${label}的`}${casesSaid(cases, 'one year')}`
  if (label && cases.length > 0) return `${label}${casesSaid(cases)}`
  return origin ? `${lead}汇集来的写明来自哪个门户，点开是原来的页面。` : lead
}

function whereOriginal([first]: readonly ListedCase[]): string {
  return first?.href === undefined ? '那个门户没有公开网址，这里只有摘要，' : '点开是原来的页面，'
}

function inviteOf(library: Library): NonNullable<ListView['invite']> {
  // Where there is no kit for filming, the page that takes films says how.
  const submit = entryAt(library, '/pages/film-kit') ?? entryAt(library, '/pages/submit-a-film')
  return {
    ...(submit && isPublished(submit) ? { submit: entryLink(library, submit) } : {}),
    rules: { href: href(library, '/handbook/people.html'), text: '选人的规则' },
  }
}

/** A facet of hundreds of values shows its most frequent ones; the others keep their pages. */
function mostFrequent({ values, ...facet }: Facet): Facet {
  const frequent = new Set([...values].sort((a, b) => b.count - a.count).slice(0, mostValues))
  return { ...facet, values: values.filter((value) => frequent.has(value) || value.current) }
}

function markCurrent(facet: Facet, narrow: Narrowed): Facet {
  return {
    ...facet,
    values: facet.values.map((value) =>
      facet.name === narrow.facet && value.value === narrow.value
        ? { ...value, current: true }
        : value,
    ),
  }
}

function copy(tags: FacetTags): Record<string, string[]> {
  return Object.fromEntries(Object.entries(tags).map(([name, values]) => [name, [...values]]))
}
