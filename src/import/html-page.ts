import type { ReadDocument } from './blocks.ts'
import { descendants, textOf } from '../documents/tree.ts'
import type { Element } from '../documents/tree.ts'

const articleNames = /(^|[-_ ])(article|content|main|text|detail|news|body|post|entry)([-_ ]|$)/i
const aroundNames =
  /(^|[-_ ])(nav|menu|side|foot|head|comment|related|share|recommend|ad|ads|banner|copyright)([-_ ]|$)/i

/** The element that holds the text of a page: the smallest with most of its paragraphs. */
export function articleOf(root: Element): Element {
  const all = [...descendants(root)]
  const whole = all.find(({ name }) => name === 'body') ?? root
  const total = proseIn(whole)
  const candidates = all.filter(({ name, attributes }) => {
    const named = `${attributes.id ?? ''} ${attributes.class ?? ''}`
    return (
      name === 'article' ||
      name === 'main' ||
      (articleNames.test(named) && !aroundNames.test(named))
    )
  })
  const enough = candidates.filter((element) => proseIn(element) >= total * 0.6)
  // Of candidates one inside the other, the last in document order is the innermost.
  return total > 0 ? (enough.at(-1) ?? whole) : whole
}

/** Letters of sentences: navigation has few full stops. */
function proseIn(element: Element): number {
  return textOf(element)
    .split(/\n|(?<=[。！？.!?])/)
    .filter((sentence) => sentence.trim().length >= 15)
    .reduce((sum, sentence) => sum + sentence.trim().length, 0)
}

type Meta = ReadDocument['meta']

/** What a page's head says of it: Open Graph, article metadata, canonical address. */
export function metaOf(root: Element): Meta {
  const named = new Map<string, string>()
  let [canonical, title] = ['', '']
  for (const { name, attributes, children } of descendants(root)) {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    if (name === 'meta' && key && !named.has(key)) named.set(key, (attributes.content ?? '').trim())
    if (name === 'link' && attributes.rel === 'canonical') canonical = attributes.href ?? ''
    if (name === 'title' && title === '') title = children.map(textOf).join('').trim()
  }
  const first = (...keys: string[]) => keys.map((key) => named.get(key)).find(Boolean)
  const published = first(
    'article:published_time',
    'publishdate',
    'pubdate',
    'datepublished',
    'date',
  )
  const url = [first('og:url'), canonical].find((address) => /^https?:\/\//.test(address ?? ''))
  return dropEmpty({
    title: first('og:title', 'articletitle') ?? title,
    publisher: first('og:site_name', 'contentsource', 'source', 'mediaid'),
    published: published ? dateIn(published) : undefined,
    url,
    author: first('article:author', 'author'),
    editor: first('editor'),
  })
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
