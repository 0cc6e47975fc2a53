import { isPublished, published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { ownCase } from './listed-case.ts'
import { pageSize } from './paging.ts'
import { chineseDate } from '../model/dates.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'

export interface OrganizationView extends Article {
  crumbs: Link[]
  kind: string
  info: InfoRow[]
  cases: CaseRow[]
  /** The rest of its cases, when there are more than this page shows. */
  moreCases?: Link
  videos: VideoCard[]
  charts: Link[]
}

/** The cases and videos that readers see of each organization, by its slug, in path order. */
export type Involvement = ReadonlyMap<string, Involved>

interface Involved {
  cases: EntryOf<'cases'>[]
  videos: EntryOf<'videos'>[]
  charts: EntryOf<'charts'>[]
}

/** What there is of an organization, in words; nothing is said of what there is none of. */
export function involvementNote(involved: Involved | undefined): string {
  const { cases = [], videos = [], charts = [] } = involved ?? {}
  const counts = [
    [cases.length, '篇案例'],
    [videos.length, '部视频'],
    [charts.length, '张图表'],
  ] as const
  return counts.flatMap(([count, unit]) => (count > 0 ? `${count}${unit}` : [])).join('，')
}

/** One pass over the library: asked for each organization, it would be a pass for each. */
export function involvementIn(library: Library): Involvement {
  const involvement = new Map<string, Involved>()
  const of = (slug: string): Involved => {
    const known = involvement.get(slug) ?? { cases: [], videos: [], charts: [] }
    involvement.set(slug, known)
    return known
  }
  for (const entry of published(library, 'cases'))
    for (const slug of new Set([entry.data.unit, ...entry.data.organizations]))
      of(slug).cases.push(entry)
  for (const entry of published(library, 'videos'))
    for (const slug of new Set(entry.data.organizations)) of(slug).videos.push(entry)
  for (const entry of published(library, 'charts'))
    for (const slug of new Set(entry.data.organizations)) of(slug).charts.push(entry)
  return involvement
}

export function organizationView(
  library: Library,
  entry: EntryOf<'organizations'>,
  involvement: Involvement,
): OrganizationView {
  const { cases, videos, charts } = involvement.get(entry.slug) ?? {
    cases: [],
    videos: [],
    charts: [],
  }
  const parent = entry.data.parent
    ? library.byPath.get(`/organizations/${entry.data.parent}`)
    : undefined
  return {
    ...articleOf(library, entry),
    crumbs: [{ href: href(library, '/organizations/index.html'), text: '组织' }],
    kind: entry.data.kind,
    info: rows([
      { label: '类别', items: [{ text: entry.data.kind }] },
      {
        label: '成立',
        items: entry.data.founded ? [{ text: chineseDate(entry.data.founded) }] : [],
      },
      { label: '上级', items: parent && isPublished(parent) ? [entryLink(library, parent)] : [] },
      { label: '又称', items: entry.data.aliases.map((text) => ({ text })) },
      ...sharedInfo(library, entry),
    ]),
    cases: cases.slice(0, pageSize).map((other) => caseRow(library, ownCase(library, other))),
    ...(cases.length > pageSize
      ? {
          moreCases: {
            href: href(library, `/organizations/${entry.slug}/cases.html`),
            text: `全部${cases.length}篇案例`,
          },
        }
      : {}),
    videos: videos.map((other) => videoCard(library, other)),
    charts: charts.map((other) => entryLink(library, other)),
  }
}
