import { isPublished, published } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { entryCard, entryLink } from './links.ts'
import type { Link } from './links.ts'
import type { Involvement } from './organization.ts'
import { courseCards, lessonsOf } from './training.ts'

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
      { id: 'charts', label: '图表', items: links(published(library, 'charts')) },
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

export function organizationsIndexView(library: Library, involvement: Involvement): GroupedView {
  const all = published(library, 'organizations')
  const count = (slug: string) => involvement.get(slug)?.cases.length ?? 0
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
