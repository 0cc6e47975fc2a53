import type { ReadDocument } from '../blocks.ts'
import { descendants, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

type Meta = ReadDocument['meta']

/** Names under which sites keep the day of publication, the surest first. */
const days = [
  ...[
    'article:published_time',
    'og:published_time',
    'publishdate',
    'pubdate',
    'firstpublishedtime',
  ],
  ...['datepublished', 'publish_time', 'createdate', 'date', 'dc.date'],
]

/**
 * What a page says of itself: Open Graph, article metadata, canonical address. `text` is the page as
 * it was saved, for the address that browsers write into it.
 */
export function metaOf(root: Element, text = ''): Meta {
  const named = new Map<string, string>()
  let [canonical, title] = ['', '']
  for (const { name, attributes, children } of descendants(root)) {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    if (name === 'meta' && key && !named.has(key)) named.set(key, (attributes.content ?? '').trim())
    if (name === 'link' && attributes.rel === 'canonical') canonical = attributes.href ?? ''
    if (name === 'title' && title === '') title = children.map(textOf).join('').trim()
  }
  const first = (...keys: string[]) => keys.map((key) => named.get(key)).find(Boolean)
  const published = first(...days)
  const url = [first('og:url'), canonical, savedFrom(text)].find((address) =>
    /^https?:\/\//.test(address ?? ''),
  )
  return dropEmpty({
    title: first('og:title', 'articletitle') ?? title,
    publisher: bare(first('og:site_name', 'contentsource', 'source', 'mediaid')),
    published: published ? dateIn(published) : undefined,
    url,
    author: bare(first('article:author', 'og:article:author', 'author')),
    editor: bare(first('editor')),
  })
}

/** The address that a browser, or an extension that saves pages, puts at the top of what it saves. */
function savedFrom(text: string): string | undefined {
  const top = text.slice(0, 4000)
  const browser = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(top)
  const extension = /Page saved with SingleFile\s+url:\s*(\S+)/.exec(top)
  return (browser ?? extension)?.[1]
}

/** A value without the label that some sites write into it: `来源：人民网`. */
function bare(value: string | undefined): string | undefined {
  return value?.replace(/^(?:来源|作者|责任?编辑?)\s*[:：]\s*/, '')
}

/** A day in a text, `YYYY-MM-DD`, however it is written. */
export function dateIn(text: string): string | undefined {
  const found = /((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?)?/.exec(text)
  if (!found) return undefined
  const [, year = '', month = '', day] = found
  const two = (part: string) => part.padStart(2, '0')
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31)
    return year
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

function dropEmpty(meta: Record<string, string | undefined>): Meta {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value))
}
