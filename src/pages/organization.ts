import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { chineseDate } from './time.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'

export interface OrganizationView extends Article {
  crumbs: Link[]
  kind: string
  info: InfoRow[]
  cases: CaseRow[]
  videos: VideoCard[]
  charts: Link[]
}

export function organizationView(
  library: Library,
  entry: EntryOf<'organizations'>,
): OrganizationView {
  const involved = (other: Entry) => other.data.organizations.includes(entry.slug)
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
    cases: published(library, 'cases')
      .filter((other) => other.data.unit === entry.slug || involved(other))
      .map((other) => caseRow(library, other)),
    videos: published(library, 'videos')
      .filter(involved)
      .map((other) => videoCard(library, other)),
    charts: published(library, 'charts')
      .filter(involved)
      .map((other) => entryLink(library, other)),
  }
}
