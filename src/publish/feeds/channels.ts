import type { Entry, Library } from '../../content/library.ts'
import type { CollectionName } from '../../model/index.ts'
import { announced } from '../published.ts'

/** What a reader may follow: the whole portal, a collection, or a topic. */
export interface Channel {
  /** Path of its feeds without ending: `feed`, `feeds/cases`, `feeds/topic-organizing`. */
  path: string
  title: string
  /** The page that lists the same. */
  page: string
  entries: Entry[]
}

/** Collections worth following, by what the feed is called; a course's lessons come with it. */
const followed: [name: string, title: string, collections: CollectionName[]][] = [
  ['cases', '案例', ['cases']],
  ['videos', '视频', ['videos']],
  ['people', '榜样', ['people']],
  ['training', '学习', ['courses', 'lessons']],
  ['packs', '学习包', ['packs']],
  ['topics', '专题', ['topics']],
]

/**
 * Every channel with something in it, in a fixed order; none while the portal does not know its public
 * address, for a feed is read away from it.
 */
export function channelsOf(library: Library): Channel[] {
  const { site } = library
  if (!site.url) return []
  const all = announced(library).filter(({ collection }) =>
    followed.some(([, , collections]) => collections.includes(collection)),
  )
  const channels: Channel[] = [
    { path: 'feed', title: site.name, page: '/index.html', entries: all },
    ...followed.map(([name, title, collections]) => ({
      path: `feeds/${name}`,
      title: `${title} · ${site.name}`,
      page: `/${name}/index.html`,
      entries: all.filter(({ collection }) => collections.includes(collection)),
    })),
    ...site.topics.map(({ name, slug }) => {
      const entries = all.filter(({ data }) => data.topics.includes(name))
      const listed = entries.some(({ collection }) => collection === 'cases')
      return {
        path: `feeds/topic-${slug}`,
        title: `${name} · ${site.name}`,
        page: listed ? `/cases/topic/${slug}.html` : '/topics/index.html',
        entries,
      }
    }),
  ]
  return channels.filter(({ path, entries }) => path === 'feed' || entries.length > 0)
}
