import { isPublished, published } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import type { Material } from '../meeting/deck/material.ts'
import { articleOf, organizationItems, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { pictureOf } from './charts/picture.ts'
import { dataTable } from './charts/table.ts'
import type { DataTable } from './charts/table.ts'
import { chartMaterial } from './deck-chart.ts'
import { entryAt, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

/** Columns of twelve that a chart takes beside its neighbour. */
type ChartSpan = 5 | 6 | 7 | 12

/** A chart as a card: one picture, one statement, its sources and its data. */
export interface ChartCard {
  id: string
  href: string
  title: string
  caption: string
  /** Made by `charts/picture.ts`, which escapes every text it is given. */
  picture: string
  source: Link
  table: DataTable
  csv: string
  span: ChartSpan
}

export interface ChartView extends Article {
  crumbs: Link[]
  short: string
  card: ChartCard
  info: InfoRow[]
  usedIn: Link[]
  /** What slides show of it. */
  slides?: Material
}

function chartCard(library: Library, chart: EntryOf<'charts'>, span: ChartSpan = 12): ChartCard {
  const table = dataTable(library, chart)
  const sources = new Set(table.rows.map(({ source }) => source.text))
  return {
    id: chart.slug,
    href: href(library, chart.url),
    title: chart.data.title,
    caption: chart.data.caption,
    picture: pictureOf(library, chart),
    source: {
      text: `来源：${sources.size > 1 ? `${sources.size}份材料` : (table.rows[0]?.publisher ?? '')}`,
      href: `${href(library, chart.url)}#sources`,
    },
    table,
    csv: href(library, chart.url.replace(/\.html$/, '.csv')),
    span,
  }
}

export function chartView(library: Library, chart: EntryOf<'charts'>): ChartView {
  const slides = chartMaterial(library, chart)
  return {
    ...articleOf(library, chart),
    crumbs: [sectionLink(library, '数读')],
    short: chart.data.short ?? chart.data.title,
    card: chartCard(library, chart),
    ...(slides ? { slides } : {}),
    info: [
      ...rows([{ label: '组织', items: organizationItems(library, chart.data.organizations) }]),
      ...sharedInfo(library, chart),
    ],
    usedIn: library.entries
      .filter((entry) => isPublished(entry) && leadsTo(library, entry, chart))
      .map((entry) => entryLink(library, entry)),
  }
}

function leadsTo(library: Library, entry: Entry, chart: Entry): boolean {
  if (entry === chart) return false
  return entry.body.links.some(
    ({ target }) => target.startsWith('/charts/') && entryAt(library, target) === chart,
  )
}

/** Charts, the editors' choice first, `most` of them, in rows of one wide or two: a 7/5 rhythm. */
export function chartCards(library: Library, most = Infinity): ChartCard[] {
  const chosen = library.site.charts.flatMap((path) => entryAt(library, path)?.path ?? [])
  const rank = (chart: Entry) =>
    chosen.includes(chart.path) ? chosen.indexOf(chart.path) : chosen.length
  const all = published(library, 'charts')
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most)
  const cards: ChartCard[] = []
  for (let at = 0; at < all.length;) {
    const [first, second] = all.slice(at, at + 2)
    if (!first) break
    const together = second && !isWide(first) && !isWide(second)
    const spans = together ? spansOf(first, second) : [12 as const]
    for (const span of spans) {
      const chart = all[at++]
      if (chart) cards.push(chartCard(library, chart, span))
    }
  }
  return cards
}

function isWide({ data: { drawing } }: EntryOf<'charts'>): boolean {
  if (drawing.kind === 'timeline' || drawing.kind === 'steps') return true
  return drawing.kind === 'share' && drawing.mark === 'dot'
}

/** Rows of bars and lines need more room than rows of dots and boxes. */
function spansOf(first: EntryOf<'charts'>, second: EntryOf<'charts'>): ChartSpan[] {
  const roomy = ({ data: { drawing } }: EntryOf<'charts'>) =>
    drawing.kind === 'share' || drawing.kind === 'flow'
  if (roomy(first) === roomy(second)) return [6, 6]
  return roomy(first) ? [7, 5] : [5, 7]
}
