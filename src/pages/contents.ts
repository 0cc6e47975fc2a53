import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { courseCovers } from './course-cover.ts'
import { coversOf } from './drawn-cover.ts'
import type { CoverCard } from './drawn-cover.ts'
import { entryAt, entryCard, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { latestEntries } from './listed.ts'
import { involvementNote } from './organization.ts'
import type { Involvement } from './organization.ts'
import { packsOfYear, packYearView } from './packs.ts'
import { cutIntoPages, pagerOf, plainPageSize } from './paging.ts'
import type { Pager } from './paging.ts'
import { chartsIndex } from './register.ts'
import { topicCovers } from './topic-cover.ts'
import type { TopicPart } from './topic-cover.ts'
import { courseCards, lessonsOf } from './training.ts'
import { sectionName } from './sections.ts'

/** What readers may open, by collection and by topic: search's floor, without JavaScript. */
export interface IndexView {
  groups: IndexGroup[]
  topics: Omit<IndexGroup, 'id'>[]
  /** Every entry stands on the page. */
  complete: boolean
}

interface IndexGroup {
  id: string
  label: string
  count: number
  items: Link[]
  /** Where the others are, when there are more. */
  more?: Link
}

/** Links of one group; of one topic, whose entries stand above as well. */
const [mostOfGroup, mostOfTopic] = [300, 60]

export function indexView(library: Library): IndexView {
  const cases = latestEntries(library, 'cases')
  const videos = latestEntries(library, 'videos')
  const people = latestEntries(library, 'people')
  const courses = published(library, 'courses')
  const lessons = courses.flatMap((course) => [course, ...lessonsOf(library, course)])
  const group = (
    id: string,
    label: string,
    entries: readonly Entry[],
    page?: string,
  ): IndexGroup => ({
    id,
    label,
    ...shownOf(library, entries, mostOfGroup, page),
  })
  const groups = [
    group('cases', sectionName(library, '案例'), cases, '/cases/index.html'),
    group('videos', sectionName(library, '视频'), videos, '/videos/index.html'),
    group('people', sectionName(library, '榜样'), people, '/people/index.html'),
    group('training', sectionName(library, '学习'), lessons, '/training/index.html'),
    group('packs', '学习包', packsOfYear(library), '/packs/index.html'),
    group(
      'topics',
      sectionName(library, '专题'),
      published(library, 'topics'),
      '/topics/index.html',
    ),
    group('terms', '术语', library.terms, '/terms/index.html'),
    group('charts', '图表', published(library, 'charts'), chartsIndex),
    group(
      'organizations',
      '组织',
      published(library, 'organizations'),
      '/organizations/index.html',
    ),
    group('pages', '关于本站', published(library, 'pages')),
  ].filter(({ items }) => items.length > 0)
  const others = library.entries.filter(
    (entry) =>
      isPublished(entry) &&
      !['cases', 'videos', 'people', 'organizations'].includes(entry.collection),
  )
  const all = [...cases, ...videos, ...people, ...others]
  const topics = library.site.topics
    .map(({ name, slug }) => {
      const entries = all.filter(({ data }) => data.topics.includes(name))
      const listedByTopic = entries.some(({ collection }) => collection === 'cases')
      const page = listedByTopic ? `/cases/topic/${slug}.html` : '/topics/index.html'
      return { label: name, ...shownOf(library, entries, mostOfTopic, page) }
    })
    .filter(({ items }) => items.length > 0)
  return { groups, topics, complete: !groups.some(({ more }) => more) }
}

function shownOf(
  library: Library,
  entries: readonly Entry[],
  most: number,
  page?: string,
): Pick<IndexGroup, 'count' | 'items' | 'more'> {
  const cut = page !== undefined && entries.length > most
  return {
    count: entries.length,
    items: (cut ? entries.slice(0, most) : entries).map((entry) => entryLink(library, entry)),
    ...(cut ? { more: { href: href(library, page), text: '看全部' } } : {}),
  }
}

export interface GroupedView {
  crumbs: Link[]
  title: string
  lead: string
  groups: {
    label: string
    items: CoverCard[]
  }[]
  /** Where the list goes on, when it is cut. */
  pager?: Pager
}

interface GroupedPage {
  path: string
  title: string
  description: string
  view: () => GroupedView
}

/** A list in groups on as many pages as it needs; a group may go on over pages. */
export function groupedPages(library: Library, stem: string, whole: GroupedView): GroupedPage[] {
  const items = whole.groups.flatMap(({ label, items }) => items.map((item) => ({ label, item })))
  return cutIntoPages(stem, items, plainPageSize).map((page) => ({
    path: page.path,
    title: [whole.title, page.count > 1 ? `第${page.index + 1}页` : ''].filter(Boolean).join(' · '),
    description: whole.lead,
    view: () => ({
      ...whole,
      groups: whole.groups.flatMap(({ label }) => {
        const own = page.items.filter((one) => one.label === label).map(({ item }) => item)
        return own.length > 0 ? { label, items: own } : []
      }),
      ...(page.count > 1 ? { pager: pagerOf(library, stem, page, '') } : {}),
    }),
  }))
}

export function trainingIndexView(library: Library): GroupedView {
  const courses = courseCards(library)
  const covers = coversOf(courses, ({ lengths }) => courseCovers(lengths))
  const cards = courses.map((card, index) => ({ ...card, cover: covers[index] }))
  return {
    crumbs: [],
    title: sectionName(library, '学习'),
    lead: '一课只讲一件事，先读后测。做错不要紧，每道题都有解析，都能点回出处。',
    groups: [
      ...['入门', '进阶'].map((level) => ({
        label: level,
        items: cards
          .filter((card) => card.level === level)
          .map(({ href, title, summary, lengths, cover }) => ({
            ...{ href, title, summary },
            note: `${lengths.length}课，约${lengths.reduce((sum, one) => sum + one, 0)}分钟`,
            ...(cover ? { cover: { ...cover, ground: 'tide' as const } } : {}),
          })),
      })),
      { label: '支部开会', items: packYearItem(library) },
    ].filter(({ items }) => items.length > 0),
  }
}

/** The year's packs as one line of a list. */
function packYearItem(library: Library): GroupedView['groups'][number]['items'] {
  const { title, lead, packs } = packYearView(library)
  if (packs.length === 0) return []
  const note = `${packs.length}包`
  return [{ href: href(library, '/packs/index.html'), title, summary: lead, note }]
}

export function topicsIndexView(library: Library): GroupedView {
  const topics = published(library, 'topics')
  const covers = coversOf(topics, (topic) => topicCovers(partsSeen(library, topic)))
  return {
    crumbs: [],
    title: sectionName(library, '专题'),
    lead: '围绕一个问题，把案例、视频和课程放在一起，先读什么、再学什么都排好了。',
    groups: [
      {
        label: '全部专题',
        items: topics.map((topic, index) => ({
          ...entryCard(library, topic),
          summary: topic.data.intro,
          note: `${partsSeen(library, topic).length}篇`,
          cover: { bars: [], lines: [], ...covers[index], ground: 'sand' },
        })),
      },
    ],
  }
}

/** Entries of a topic that readers see, as its cover draws them. */
function partsSeen(library: Library, topic: EntryOf<'topics'>): TopicPart[] {
  return topic.data.entries.flatMap((path) => {
    const entry = entryAt(library, path)
    if (!entry || !isPublished(entry)) return []
    const year = entry.collection === 'cases' ? entry.data.year : undefined
    return [{ kind: entry.collection, year }]
  })
}

export function organizationsIndexView(library: Library, involvement: Involvement): GroupedView {
  const all = published(library, 'organizations')
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
          note: involvementNote(involvement.get(organization.slug)),
        })),
    })),
  }
}
