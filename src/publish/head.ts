import { escapeHtml } from '../formats/xml.ts'
import type { Library } from '../content/library.ts'
import { addressOf, publicAddress } from './address.ts'
import { channelsOf } from './feeds/channels.ts'
import type { Channel } from './feeds/channels.ts'
import { metaPolicy, speculationTag } from './policy.ts'
import { entryOfPage } from './published.ts'
import type { PublishedPage } from './published.ts'
import { shareCard, sharePath, shareSize } from './share/card.ts'
import { structuredData, structuredText } from './structured/structured.ts'

/** The content policy, before anything in the page that it governs. */
export const policyTag = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(metaPolicy)}">`

/** What a page tells other machines, as lines of its document. */
interface MachineLines {
  /** Addresses, feeds and cards. */
  head: string[]
  /** Structured data and what may be fetched ahead: nothing that is shown waits for it, and it stands behind the text. */
  data: string[]
}

/** What each page of a library tells other machines. */
export function machineLinesOf(library: Library): (page: PublishedPage) => MachineLines {
  const channels = channelsOf(library)
  return (page) => linesOf(library, page, channels)
}

function linesOf(
  library: Library,
  page: PublishedPage,
  channels: readonly Channel[],
): MachineLines {
  const url = publicAddress(library.site, `/${page.path}.html`)
  const image = url === undefined || page.hidden ? undefined : imageOf(library, page)
  const data = structuredData(library, page, image?.url)
  const head = [
    ...(url && !page.hidden
      ? [
          link('canonical', url),
          link('alternate', url, 'hreflang="zh-CN"'),
          link('alternate', url, 'hreflang="x-default"'),
        ]
      : []),
    link('manifest', `${library.site.base}manifest.webmanifest`),
    link('apple-touch-icon', `${library.site.base}icon-180.png`),
    ...feedLinks(library, page, channels),
    ...(page.hidden ? [] : cards(library, page, url, image)),
  ]
  const text = `<script type="application/ld+json">${structuredText(data)}</script>`
  return { head, data: [...(data.length > 0 ? [text] : []), speculationTag] }
}

/** The feeds of the portal, and of the list the page is. */
function feedLinks(library: Library, page: PublishedPage, channels: readonly Channel[]): string[] {
  const here = `/${page.path}.html`
  return channels
    .filter((channel) => channel.path === 'feed' || channel.page === here)
    .flatMap(({ path, title }) =>
      [
        ['atom+xml', 'xml'],
        ['feed+json', 'json'],
      ].map(([type, ending]) =>
        link(
          'alternate',
          addressOf(library.site, `/${path}.${ending}`),
          `type="application/${type}" title="${escapeHtml(title)}"`,
        ),
      ),
    )
}

/** What a chat shows when the page is shared. Source: https://ogp.me */
function cards(
  { site }: Library,
  page: PublishedPage,
  url: string | undefined,
  image: { url: string; alt: string } | undefined,
): string[] {
  const properties: [string, string][] = [
    ['og:type', page.path === 'index' ? 'website' : 'article'],
    ['og:site_name', site.name],
    ['og:locale', 'zh_CN'],
    ['og:title', page.title],
    ['og:description', page.description],
    ...(url ? [['og:url', url] as [string, string]] : []),
    ...(image
      ? ([
          ['og:image', image.url],
          ['og:image:width', String(shareSize.width)],
          ['og:image:height', String(shareSize.height)],
          ['og:image:alt', image.alt],
        ] as [string, string][])
      : []),
  ]
  return [
    ...properties.map(
      ([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`,
    ),
    `<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">`,
  ]
}

function imageOf(library: Library, page: PublishedPage): { url: string; alt: string } | undefined {
  const card = shareCard(library, entryOfPage(library, page))
  const url = publicAddress(library.site, `/${sharePath(card)}`)
  return url === undefined ? undefined : { url, alt: card.title }
}

function link(relation: string, address: string, more = ''): string {
  return `<link rel="${relation}" ${more ? `${more} ` : ''}href="${escapeHtml(address)}">`
}
