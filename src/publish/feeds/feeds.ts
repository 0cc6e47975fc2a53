import { Feed } from 'feed'
import { escapeHtml } from '../../formats/xml.ts'
import type { Entry, Library } from '../../content/library.ts'
import { collections } from '../../model/index.ts'
import { addressOf } from '../address.ts'
import { filmEnclosure } from '../film-parts.ts'
import { changedOn } from '../published.ts'
import type { PublishedFile } from '../published.ts'
import { channelsOf } from './channels.ts'
import type { Channel } from './channels.ts'
import { permanentId } from './ids.ts'

/** Entries a feed holds: what a reader who looks in once a month has missed. */
const longest = 50

/**
 * An Atom and a JSON feed for every channel, with summaries: a whole text would leave its figures' sources,
 * its charts and its later corrections behind. Sources: RFC 4287;
 * https://www.jsonfeed.org/version/1.1/.
 */
export function* feeds(library: Library): Generator<PublishedFile> {
  for (const channel of channelsOf(library)) {
    // The library takes every enclosure for a picture.
    const atom = feedOf(library, channel, escapeHtml)
      .atom1()
      .replaceAll('type="image/mp4"', 'type="video/mp4"')
    const json = withFilms(library, channel, feedOf(library, channel, (text) => text).json1())
    yield { path: `${channel.path}.xml`, content: `${atom}\n` }
    yield { path: `${channel.path}.json`, content: `${json}\n` }
  }
}

/** JSON Feed wants a content, and calls a film an attachment; the library leaves both out, and writes version 1. */
function withFilms(library: Library, { entries }: Channel, written: string): string {
  // As the library wrote it.
  const { author, items, ...feed } = JSON.parse(written) as JsonFeed
  return JSON.stringify(
    {
      ...feed,
      version: 'https://jsonfeed.org/version/1.1',
      language: 'zh-CN',
      authors: [author],
      items: items.map((item, index) => {
        const entry = entries[index]
        const attachments = entry ? attachmentsOf(library, entry) : []
        return {
          ...item,
          content_text: entry?.data.summary ?? '',
          ...(attachments.length > 0 ? { attachments } : {}),
        }
      }),
    },
    null,
    4,
  )
}

interface JsonFeed {
  version: string
  author: object
  items: object[]
}

/** Atom's titles and summaries are HTML as the library writes them, JSON Feed's are plain text. */
function feedOf(library: Library, channel: Channel, plain: (text: string) => string): Feed {
  const { site } = library
  const [latest] = channel.entries
  const feed = new Feed({
    id: permanentId(`${site.name}/${channel.path}`),
    title: channel.title,
    description: site.description,
    link: addressOf(site, channel.page),
    language: 'zh-CN',
    copyright: `${site.host ?? site.name}，${site.licence.name}`,
    generator: site.name,
    updated: dayStart(latest ? changedOn(latest) : '1970-01-01'),
    author: { name: site.host ?? site.name },
    feedLinks: {
      atom: addressOf(site, `/${channel.path}.xml`),
      json: addressOf(site, `/${channel.path}.json`),
    },
  })
  for (const entry of channel.entries.slice(0, longest)) feed.addItem(itemOf(library, entry, plain))
  return feed
}

function itemOf(
  library: Library,
  entry: Entry,
  plain: (text: string) => string,
): Parameters<Feed['addItem']>[0] {
  const { data } = entry
  const film = filmOf(library, entry)
  return {
    id: permanentId(`${library.site.name}${entry.path}`),
    title: plain(data.title),
    link: addressOf(library.site, entry.url),
    description: plain(data.summary),
    published: dayStart(data.date),
    date: dayStart(changedOn(entry)),
    ...(film ? { enclosure: film } : {}),
    category: [collections[entry.collection].label, ...data.topics].map((name) => ({
      name,
      term: name,
    })),
  }
}

function attachmentsOf(library: Library, entry: Entry): object[] {
  const film = filmOf(library, entry)
  if (!film || entry.collection !== 'videos') return []
  const { url, type, length } = film
  const { duration } = entry.data
  return [
    {
      ...{ url, mime_type: type, size_in_bytes: length },
      ...(duration ? { duration_in_seconds: duration } : {}),
    },
  ]
}

function filmOf(library: Library, entry: Entry): ReturnType<typeof filmEnclosure> {
  if (entry.collection !== 'videos') return undefined
  return filmEnclosure(library, entry, (path) => addressOf(library.site, path))
}

/** The moment a day begins in China, where content is dated. */
function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}
