import type { Library } from '../content/library.ts'
import { addressOf, publicAddress } from './address.ts'
import { announced, changedOn, entryOfPage } from './published.ts'
import type { PublishedFile, PublishedPage } from './published.ts'
import { element } from '../formats/xml.ts'

/** Addresses one file may hold. Source: https://www.sitemaps.org/protocol.html */
const limit = 50_000
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/**
 * Every page search engines may show, with the day its content last changed: an entry's own day, and
 * for pages that list entries the day of the latest. Nothing while the portal has no public address.
 */
export function sitemap(library: Library, pages: readonly PublishedPage[]): PublishedFile[] {
  if (!library.site.url) return []
  const latest = latestDays(library)
  const urls = pages.filter(({ hidden }) => !hidden).map((page) => url(library, page, latest))
  const parts = Array.from({ length: Math.ceil(urls.length / limit) }, (_, index) =>
    set('urlset', urls.slice(index * limit, (index + 1) * limit)),
  )
  if (parts.length <= 1) return [{ path: 'sitemap.xml', content: parts[0] ?? set('urlset', []) }]
  const names = parts.map((_, index) => `sitemap-${index + 1}.xml`)
  const entries = names.map(
    (name) => `<sitemap>${element('loc', addressOf(library.site, `/${name}`))}</sitemap>`,
  )
  return [
    { path: 'sitemap.xml', content: set('sitemapindex', entries) },
    ...parts.map((content, index) => ({ path: names[index] ?? '', content })),
  ]
}

export function sitemapAddress(library: Library): string | undefined {
  return publicAddress(library.site, '/sitemap.xml')
}

function url(library: Library, page: PublishedPage, latest: Map<string, string>): string {
  const entry = entryOfPage(library, page)
  const day = entry
    ? changedOn(entry)
    : latest.get(page.path === 'index' ? '' : folderOf(page.path))
  return `<url>${element('loc', addressOf(library.site, `/${page.path}.html`))}${day ? element('lastmod', day) : ''}</url>`
}

/** The latest day below each folder of entries, and of all: what a list or the home page shows. */
function latestDays(library: Library): Map<string, string> {
  const days = new Map<string, string>()
  for (const entry of announced(library))
    for (const folder of ['', folderOf(entry.path.slice(1))])
      if (!days.has(folder)) days.set(folder, changedOn(entry))
  return days
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function set(name: string, children: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} ${namespace}>\n${children.map((child) => `${child}\n`).join('')}</${name}>\n`
}
