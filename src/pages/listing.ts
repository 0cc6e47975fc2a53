import type { Library } from '../content/library.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import type { Facet, FacetTags } from './facets.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { facetsOf, listed } from './listed.ts'
import type { Listed, ListedCollection } from './listed.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'

/** Items on one page of a list; a longer list is cut into pages and narrowed by its facets' own pages. */
export const pageSize = 60

export interface ListView {
  crumbs: Link[]
  title: string
  lead: string
  /** Facet and label when the list is already narrowed. */
  narrowed?: string
  facets: Facet[]
  /** All items stand on this page, so that it can be narrowed in place. */
  complete: boolean
  total: number
  /** Items of the whole list, however this page is narrowed. */
  whole: number
  order: string
  cases: CaseRow[]
  videos: VideoCard[]
  pager: { previous?: Link; next?: Link; label: string }
}

export interface ListPage {
  path: string
  title: string
  description: string
  view: () => ListView
}

interface Section {
  collection: ListedCollection
  title: string
  lead: string
}

const sections: Section[] = [
  {
    collection: 'cases',
    title: '案例',
    lead: '每篇都按工作背景、工作举措、工作成效来写，文末列出来源，数字标到出处。',
  },
  {
    collection: 'videos',
    title: '视频',
    lead: '本站做的讲解短片，有字幕和文稿；还有各地的短视频项目，写清谁办的、已知什么、还不知道什么。',
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
    const narrowed = facets.flatMap((facet) =>
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

interface Narrowed {
  whole: number
  facet?: string
  value?: string
  label?: string
  items: Listed[]
}

function cut(library: Library, section: Section, facets: Facet[], narrow: Narrowed): ListPage[] {
  const stem = narrow.facet
    ? `${section.collection}/${narrow.facet}/${narrow.value}`
    : `${section.collection}/index`
  const count = Math.max(1, Math.ceil(narrow.items.length / pageSize))
  const path = (page: number) => (page === 1 ? stem : `${stem}-${page}`)
  return Array.from({ length: count }, (_, index) => ({
    path: path(index + 1),
    title: [narrow.label, section.title, count > 1 ? `第${index + 1}页` : '']
      .filter(Boolean)
      .join(' · '),
    description: `${section.lead}${narrow.label ? `这里是“${narrow.label}”，` : ''}共${narrow.items.length}篇。`,
    view: () => listView(library, section, facets, narrow, { index, count, path }),
  }))
}

interface Page {
  index: number
  count: number
  path: (page: number) => string
}

function listView(
  library: Library,
  section: Section,
  facets: Facet[],
  narrow: Narrowed,
  page: Page,
): ListView {
  const shown = narrow.items.slice(page.index * pageSize, (page.index + 1) * pageSize)
  const to = (number: number) => href(library, `/${page.path(number)}.html`)
  return {
    crumbs: narrow.label
      ? [{ href: href(library, `/${section.collection}/index.html`), text: section.title }]
      : [],
    title: narrow.label ? `${section.title}：${narrow.label}` : section.title,
    lead: section.lead,
    ...(narrow.label ? { narrowed: narrow.label } : {}),
    facets: facets.map((facet) => markCurrent(facet, narrow)),
    complete: !narrow.facet && page.count === 1,
    total: narrow.items.length,
    whole: narrow.whole,
    order: '来源日期近的在前',
    cases: shown.flatMap(({ entry, tags }) =>
      entry.collection === 'cases'
        ? { ...caseRow(library, entry, tags.form), tags: copy(tags) }
        : [],
    ),
    videos: shown.flatMap(({ entry, tags }) =>
      entry.collection === 'videos' ? { ...videoCard(library, entry), tags: copy(tags) } : [],
    ),
    pager: {
      ...(page.index > 0 ? { previous: { href: to(page.index), text: '上一页' } } : {}),
      ...(page.index + 1 < page.count
        ? { next: { href: to(page.index + 2), text: '下一页' } }
        : {}),
      label:
        page.count > 1
          ? `第${page.index + 1}页，共${page.count}页`
          : `已显示全部${narrow.items.length}篇`,
    },
  }
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
