import { published } from '../content/library.ts'
import type { EntryOf, Library, SourceRecord } from '../content/library.ts'
import { factsDrawn } from '../model/charts.ts'
import type { Fact, Source } from '../model/sources.ts'
import { chartCards } from './chart.ts'
import type { ChartCard } from './chart.ts'
import type { GroupedView } from './contents.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { cutIntoPages, pagerOf } from './paging.ts'
import type { Cut, Pager } from './paging.ts'
import { factRow, listedSources, listing } from './source.ts'
import type { Cited, FactRow, ListedSource } from './source.ts'
import { sectionLink, sectionName } from './sections.ts'

/** The figures of one report that pages cite. */
export interface SourceFigures extends ListedSource {
  rows: FactRow[]
}

export interface RegisterView {
  title: string
  charts: ChartCard[]
  moreCharts?: Link
  groups: {
    label: string
    count: number
    sources: ListedSource[]
    more?: Link
  }[]
  /** The figures that pages cite, under the report they were read in. */
  figures: SourceFigures[]
  moreFigures?: Link
  totals: { cited: number }
  /** The same as open data. */
  downloads: Link[]
}

/** One page of the figures, where one page cannot hold them. */
export interface FiguresView {
  crumbs: Link[]
  figures: SourceFigures[]
  pager: Pager
}

/** Charts that 数读 draws; the others are listed. */
const mostCharts = 18
/** Figures on one page, each a sentence with the pages that cite it. */
const mostFigures = 160
/** Sources of one kind that 数读 lists. */
const mostSources = 60
export const chartsIndex = '/charts/index.html'
const figuresStem = 'data/figures/index'
const sourcesStem = 'data/sources/index'

const kinds = { report: '公开报道', law: '法律法规', standard: '标准' } as const

/** 数读 itself: charts, figures and sources, each as far as one page holds them. */
export function registerView(library: Library, cited: Cited): RegisterView {
  const cuts = figuresIn(library, cited)
  const [first] = cuts
  const more = (stem: string, text: string): Link => ({
    href: href(library, `/${stem}.html`),
    text,
  })
  const charts = chartCards(library, mostCharts)
  const allCharts = published(library, 'charts').length
  const total = cuts.reduce((sum, { items }) => sum + countFacts(items), 0)
  return {
    title: sectionName(library, '数读'),
    charts,
    ...(allCharts > charts.length
      ? { moreCharts: { href: href(library, chartsIndex), text: `全部${allCharts}张图表` } }
      : {}),
    groups: sourceGroups(library).map(({ label, members }) => ({
      label,
      count: members.length,
      sources: members.slice(0, mostSources).map(({ data }) => listing(library, data)),
      ...(members.length > mostSources
        ? { more: more(sourcesStem, `全部${members.length}份来源`) }
        : {}),
    })),
    figures: (first?.items ?? []).map((one) => figuresOf(library, one, cited)),
    ...(cuts.length > 1 ? { moreFigures: more(figuresStem, `全部${total}个数字`) } : {}),
    totals: { cited: total },
    downloads: [
      ['事实，表格（CSV）', 'facts.csv'],
      ['事实（JSON）', 'facts.json'],
      ['来源，表格（CSV）', 'sources.csv'],
      ['来源（JSON）', 'sources.json'],
      ['举措，表格（CSV）', 'measures.csv'],
      ['举措（JSON）', 'measures.json'],
      ['案例（JSON）', 'cases.json'],
      ['字段的说明（JSON Schema）', 'schema.json'],
    ].map(([text = '', file]) => ({ href: href(library, `/data/${file}`), text })),
  }
}

/** Pages of the figures, when 数读 cannot hold them all. */
export function figurePages(
  library: Library,
  cited: Cited,
): { path: string; title: string; view: () => FiguresView }[] {
  const cuts = figuresIn(library, cited)
  if (cuts.length === 1) return []
  return cuts.map((cut) => ({
    path: cut.path,
    title: `数字 · 第${cut.index + 1}页`,
    view: () => ({
      crumbs: [sectionLink(library, '数读')],
      figures: cut.items.map((one) => figuresOf(library, one, cited)),
      pager: pagerOf(library, figuresStem, cut, ''),
    }),
  }))
}

/** All charts and all sources as lists, when 数读 cannot hold them; each where its link leads. */
export function registerLists(library: Library): { stem: string; whole: GroupedView }[] {
  const crumbs = [sectionLink(library, '数读')]
  const charts = published(library, 'charts')
  const groups = sourceGroups(library)
  return [
    ...(charts.length > mostCharts
      ? [{ stem: chartsIndex.slice(1, -'.html'.length), whole: chartList(library, crumbs, charts) }]
      : []),
    ...(groups.some(({ members }) => members.length > mostSources)
      ? [{ stem: sourcesStem, whole: sourceList(library, crumbs, groups) }]
      : []),
  ]
}

function chartList(library: Library, crumbs: Link[], charts: EntryOf<'charts'>[]): GroupedView {
  return {
    crumbs,
    title: '图表',
    lead: '每张图由来源里的事实画成，附数据表和可下载的文件。',
    groups: [
      {
        label: '全部图表',
        items: charts.map((chart) => ({
          href: href(library, chart.url),
          title: chart.data.title,
          summary: chart.data.caption,
          note: `${[...factsDrawn(chart.data.drawing)].length}条事实`,
        })),
      },
    ],
  }
}

function sourceList(library: Library, crumbs: Link[], groups: SourceGroup[]): GroupedView {
  return {
    crumbs,
    title: '来源',
    lead: '本站读过的报道、法律法规和标准，逐条列出读到的事实。',
    groups: groups.map(({ label, members }) => ({
      label,
      items: members.map(({ data }) => {
        const { publisher, facts, ...source } = listing(library, data)
        return { ...source, summary: publisher, note: `${facts}条事实` }
      }),
    })),
  }
}

interface SourceGroup {
  label: string
  members: SourceRecord[]
}

function sourceGroups(library: Library): SourceGroup[] {
  const sources = listedSources(library)
  return Object.entries(kinds).flatMap(([kind, label]) => {
    const members = sources.filter(({ data }) => data.kind === kind)
    return members.length > 0 ? { label, members } : []
  })
}

/** A report and the figures of it that pages cite. */
interface CitedFigures {
  source: Source
  facts: Fact[]
}

function figuresIn(library: Library, cited: Cited): Cut<CitedFigures>[] {
  const figures = listedSources(library)
    .filter(({ data }) => data.kind === 'report')
    .map(({ data }) => ({
      source: data,
      facts: data.facts.filter(
        ({ verified, figure, id }) => verified && typeof figure === 'number' && cited.has(id),
      ),
    }))
    .filter(({ facts }) => facts.length > 0)
  return cutIntoPages(figuresStem, figures, mostFigures, ({ facts }) => facts.length)
}

function figuresOf(library: Library, { source, facts }: CitedFigures, cited: Cited): SourceFigures {
  return {
    ...listing(library, source),
    rows: facts.map((fact) => factRow(library, { fact, source }, cited)),
  }
}

function countFacts(figures: readonly CitedFigures[]): number {
  return figures.reduce((sum, { facts }) => sum + facts.length, 0)
}
