import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { entryAt, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { courseCards, lessonsOf } from './training.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'
import { chineseDate } from './time.ts'

export interface PageView extends Article {
  crumbs: Link[]
  short: string
  summary: string
}

export function pageView(library: Library, entry: EntryOf<'pages'>): PageView {
  return {
    ...articleOf(library, entry),
    crumbs: [],
    short: entry.data.short ?? entry.data.title,
    summary: entry.data.summary,
  }
}

export interface WithdrawnView {
  crumbs: Link[]
  title: string
  kind: string
  corrections: Article['corrections']
}

/** What stands at the address of an entry that was withdrawn. */
export function withdrawnView(library: Library, entry: Entry): WithdrawnView {
  return {
    crumbs: [],
    title: entry.data.title,
    kind: collections[entry.collection].label,
    corrections: articleOf(library, entry).corrections,
  }
}

export interface OrganizationView extends Article {
  crumbs: Link[]
  kind: string
  info: InfoRow[]
  cases: CaseRow[]
  videos: VideoCard[]
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
  }
}

export interface TopicView extends Article {
  crumbs: Link[]
  intro: string
  cases: CaseRow[]
  videos: VideoCard[]
  lessons: { href: string; title: string; summary: string; eyebrow: string }[]
}

export function topicView(library: Library, entry: EntryOf<'topics'>): TopicView {
  const entries = entry.data.entries
    .flatMap((path) => entryAt(library, path) ?? [])
    .filter(isPublished)
  return {
    ...articleOf(library, entry),
    crumbs: [{ href: href(library, '/topics/index.html'), text: '专题' }],
    intro: entry.data.intro,
    cases: entries.flatMap((one) => (one.collection === 'cases' ? caseRow(library, one) : [])),
    videos: entries.flatMap((one) => (one.collection === 'videos' ? videoCard(library, one) : [])),
    lessons: entries.flatMap((one) =>
      one.collection === 'lessons' || one.collection === 'courses'
        ? {
            ...entryCard(library, one),
            eyebrow:
              one.collection === 'lessons'
                ? `课时 · 约${one.data.minutes}分钟`
                : `课程 · ${one.data.level}`,
          }
        : [],
    ),
  }
}

export function entryCard(
  library: Library,
  entry: Entry,
): { href: string; title: string; summary: string } {
  return { href: href(library, entry.url), title: entry.data.title, summary: entry.data.summary }
}

/** Everything readers may open, by collection and by topic: search's floor, without JavaScript. */
export interface IndexView {
  groups: { id: string; label: string; items: Link[] }[]
  topics: { label: string; items: Link[] }[]
}

export function indexView(library: Library): IndexView {
  const links = (entries: Entry[]) => entries.map((entry) => entryLink(library, entry))
  const courses = published(library, 'courses')
  return {
    groups: [
      { id: 'cases', label: '案例', items: links(published(library, 'cases')) },
      { id: 'videos', label: '视频', items: links(published(library, 'videos')) },
      {
        id: 'training',
        label: '学习',
        items: courses.flatMap((course) => [
          entryLink(library, course),
          ...links(lessonsOf(library, course)),
        ]),
      },
      { id: 'topics', label: '专题', items: links(published(library, 'topics')) },
      { id: 'organizations', label: '组织', items: links(published(library, 'organizations')) },
      { id: 'pages', label: '关于本站', items: links(published(library, 'pages')) },
    ].filter(({ items }) => items.length > 0),
    topics: library.site.topics
      .map(({ name }) => ({
        label: name,
        items: links(
          library.entries.filter(
            (entry) =>
              isPublished(entry) &&
              entry.collection !== 'organizations' &&
              entry.data.topics.includes(name),
          ),
        ),
      }))
      .filter(({ items }) => items.length > 0),
  }
}

export interface GroupedView {
  crumbs: Link[]
  title: string
  lead: string
  groups: {
    label: string
    items: { href: string; title: string; summary: string; note: string }[]
  }[]
}

export function trainingIndexView(library: Library): GroupedView {
  const cards = courseCards(library)
  return {
    crumbs: [],
    title: '学习',
    lead: '一课只讲一件事，先读后测。做错不要紧，每道题都有解析，都能点回出处。',
    groups: ['入门', '进阶'].flatMap((level) => {
      const items = cards.filter((card) => card.level === level)
      return items.length > 0
        ? {
            label: level,
            items: items.map((card) => ({
              href: card.href,
              title: card.title,
              summary: card.summary,
              note: `${card.count}课 约${card.minutes}分钟`,
            })),
          }
        : []
    }),
  }
}

export function topicsIndexView(library: Library): GroupedView {
  return {
    crumbs: [],
    title: '专题',
    lead: '围绕一个问题，把案例、视频和课程放在一起，先读什么、再学什么都排好了。',
    groups: [
      {
        label: '全部专题',
        items: published(library, 'topics').map((topic) => ({
          ...entryCard(library, topic),
          summary: topic.data.intro,
          note: `${topic.data.entries.length}篇`,
        })),
      },
    ],
  }
}

export function organizationsIndexView(library: Library): GroupedView {
  const all = published(library, 'organizations')
  const cited = published(library, 'cases')
  const count = (slug: string) =>
    cited.filter(({ data }) => data.unit === slug || data.organizations.includes(slug)).length
  return {
    crumbs: [],
    title: '组织',
    lead: '案例和视频里出现的组织。只写来源里有的事实，不排名，不评价。',
    groups: [...new Set(all.map(({ data }) => data.kind))].sort().map((kind) => ({
      label: kind,
      items: all
        .filter(({ data }) => data.kind === kind)
        .map((organization) => ({
          ...entryCard(library, organization),
          note: `${count(organization.slug)}篇案例`,
        })),
    })),
  }
}
