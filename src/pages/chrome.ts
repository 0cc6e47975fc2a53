import { published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { segment } from '../content/segment.ts'
import { readSymbol } from '../model/symbol.ts'
import type { Symbol } from '../model/symbol.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { hasSome, sectionLink, sections } from './sections.ts'
import type { Section } from './sections.ts'

/** What stands around every page. */
export interface Chrome {
  name: string
  /** In one or two lines. */
  tagline: string[]
  /** The portal's own mark instead of the built-in one: the inside of an SVG, made anew from what was read. */
  mark?: Symbol
  base: string
  /** The page is a screen of its own, without header and footer. */
  bare?: boolean
  words: readonly string[]
  home: string
  search: string
  nav: (Link & { current: boolean })[]
  footer: Link[]
  host?: string
  icp?: string
  police?: Link
  /** Where a reader reports a wrong figure: the repository's issues, or the page that says how. */
  feedback?: string
  contact?: string
  /** Under which licence the texts may be used. */
  licence: Link
}

/** Pages of the footer in the order readers look for them; others follow. */
const footerOrder = ['about', 'corrections', 'accessibility', 'privacy', 'feedback']

function place({ slug }: { slug: string }): number {
  const at = footerOrder.indexOf(slug)
  return at < 0 ? footerOrder.length : at
}

export function chromeOf(library: Library, section: Section | undefined): Chrome {
  const { site } = library
  const pages = published(library, 'pages')
    // Papers to be filled in are found from the page that hands them out.
    .filter(({ data }) => !data.word)
    .map((page) => ({
      href: href(library, page.url),
      text: page.data.short ?? page.data.title,
      slug: page.slug,
    }))
    .sort((a, b) => place(a) - place(b))
  const report = site.repository ?? pages.find(({ slug }) => slug === 'feedback')?.href
  return {
    name: site.name,
    tagline: twoLines(site.tagline, site.words),
    ...(site.look.mark ? markOf(site.look.mark) : {}),
    base: site.base,
    words: site.words,
    home: href(library, '/index.html'),
    search: href(library, '/search.html'),
    nav: sections
      .filter((one) => hasSome(library, one))
      .map((one) => ({ ...sectionLink(library, one), current: one === section })),
    footer: [
      ...pages.slice(0, 1).map(({ href, text }) => ({ href, text })),
      { href: href(library, '/organizations/index.html'), text: '组织' },
      { href: href(library, '/measures.html'), text: '举措索引' },
      { href: href(library, '/terms/index.html'), text: '术语' },
      { href: href(library, '/places.html'), text: '各地案例' },
      { href: href(library, '/timeline.html'), text: '年表' },
      ...pages.slice(1).map(({ href, text }) => ({ href, text })),
      { href: href(library, '/updates.html'), text: '更新和订阅' },
      { href: href(library, '/study.html'), text: '我的学习' },
      ...(published(library, 'packs').length > 0
        ? [{ href: href(library, '/packs/index.html'), text: '全年学习包' }]
        : []),
      { href: href(library, '/pack.html'), text: '排议程' },
      { href: href(library, '/meetings.html'), text: '支部的一年' },
      { href: href(library, '/handbook/index.html'), text: '编辑手册' },
      ...site.footer.map(({ text, url }) => ({
        text,
        href: url.startsWith('/') ? href(library, url) : url,
      })),
    ],
    ...(site.host ? { host: site.host } : {}),
    ...(site.icp ? { icp: site.icp } : {}),
    ...(site.police ? { police: policeLink(site.police) } : {}),
    ...(report ? { feedback: report } : {}),
    ...(site.contact ? { contact: site.contact } : {}),
    licence: { href: site.licence.url, text: site.licence.name },
  }
}

function markOf(svg: string): { mark?: Symbol } {
  const mark = readSymbol(svg)
  return 'fault' in mark ? {} : { mark }
}

/** A tagline beside the name: cut between words where its halves are most alike; a short one is not cut. */
function twoLines(tagline: string, words: readonly string[]): string[] {
  if (tagline.length < 6) return [tagline]
  const parts = segment(tagline, words)
  const cuts = parts.map((_, index) => parts.slice(0, index).join('').length)
  const half = tagline.length / 2
  const cut = cuts.reduce((best, one) =>
    Math.abs(one - half) < Math.abs(best - half) ? one : best,
  )
  return cut === 0 ? [tagline] : [tagline.slice(0, cut), tagline.slice(cut)]
}

/** The register of the public security organs, at this portal's entry. */
function policeLink(text: string): Link {
  const code = /\d{14}/.exec(text)?.[0] ?? ''
  return { href: `https://beian.mps.gov.cn/#/query/webSearch?code=${code}`, text }
}
