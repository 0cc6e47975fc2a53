import { isPublished } from '../content/library.ts'
import type { Entry, Library, SourceRecord } from '../content/library.ts'
import { factsDrawn } from '../model/charts.ts'
import type { Fact, Source } from '../model/sources.ts'
import { chartCards } from './chart.ts'
import type { ChartCard } from './chart.ts'
import { asOf, citing, figureOf } from './facts.ts'
import type { Citing } from './facts.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'

/** One fact in the register. */
export interface FactRow {
  id: string
  statement: string
  place?: string
  figure?: { value: string; qualifier: string; unit: string }
  asOf?: string
  note?: string
  citedBy: Link[]
}

export interface SourceView {
  crumbs: Link[]
  title: string
  citing: Citing
  quality: string
  accessed: string
  inForce?: string
  facts: FactRow[]
}

export interface RegisterView {
  charts: ChartCard[]
  groups: {
    label: string
    sources: { href: string; title: string; publisher: string; facts: number }[]
  }[]
  /** The figures that pages cite, under the report they were read in. */
  figures: {
    href: string
    title: string
    publisher: string
    facts: number
    rows: FactRow[]
  }[]
  totals: { cited: number }
  /** The same as open data. */
  downloads: Link[]
}

const kinds = { report: '公开报道', law: '法律法规', standard: '标准' } as const

/** Which published entries cite each fact, in text, in a quiz or in a drawing. */
export function citingEntries(library: Library): Map<string, Entry[]> {
  const citing = new Map<string, Entry[]>()
  for (const entry of library.entries.filter(isPublished)) {
    const facts = new Set(entry.body.citations.map(({ fact }) => fact))
    if (entry.collection === 'lessons')
      for (const question of entry.data.quiz) for (const id of question.cites) facts.add(id)
    if (entry.collection === 'charts')
      for (const { fact } of factsDrawn(entry.data.drawing)) facts.add(fact)
    for (const id of facts) citing.set(id, [...(citing.get(id) ?? []), entry])
  }
  return citing
}

/** Sources readers may look up: those with a fact somebody has read. */
export function listedSources(library: Library): SourceRecord[] {
  return [...library.sources.values()].filter(({ data }) =>
    data.facts.some(({ verified }) => verified),
  )
}

export function sourceView(
  library: Library,
  { data }: SourceRecord,
  cited: Map<string, Entry[]>,
): SourceView {
  return {
    crumbs: [{ href: href(library, '/data.html'), text: '数读' }],
    title: data.title,
    citing: citing(data),
    quality: data.quality === 'full' ? '已读全文' : '只读到一部分，不能据此说原文没有提到什么',
    accessed: data.accessed,
    ...(data.in_force ? { inForce: data.in_force } : {}),
    facts: data.facts
      .filter(({ verified }) => verified)
      .map((fact) => factRow(library, fact, cited)),
  }
}

export function registerView(library: Library, cited: Map<string, Entry[]>): RegisterView {
  const sources = listedSources(library)
  const figures = sources
    .filter(({ data }) => data.kind === 'report')
    .map(({ data }) => ({
      ...listing(library, data),
      rows: data.facts
        .filter(
          ({ verified, figure, id }) => verified && typeof figure === 'number' && cited.has(id),
        )
        .map((fact) => factRow(library, fact, cited)),
    }))
    .filter(({ rows }) => rows.length > 0)
  return {
    charts: chartCards(library),
    groups: Object.entries(kinds).flatMap(([kind, label]) => {
      const members = sources.filter(({ data }) => data.kind === kind)
      return members.length > 0
        ? { label, sources: members.map(({ data }) => listing(library, data)) }
        : []
    }),
    figures,
    totals: { cited: figures.reduce((sum, { rows }) => sum + rows.length, 0) },
    downloads: [
      ['事实，表格（CSV）', 'facts.csv'],
      ['事实（JSON）', 'facts.json'],
      ['来源，表格（CSV）', 'sources.csv'],
      ['来源（JSON）', 'sources.json'],
      ['字段的说明（JSON Schema）', 'schema.json'],
    ].map(([text = '', file]) => ({ href: href(library, `/data/${file}`), text })),
  }
}

function listing(
  library: Library,
  source: Source,
): { href: string; title: string; publisher: string; facts: number } {
  return {
    href: href(library, `/data/${source.id}.html`),
    title: source.title,
    publisher: source.publisher,
    facts: source.facts.filter(({ verified }) => verified).length,
  }
}

function factRow(library: Library, fact: Fact, cited: Map<string, Entry[]>): FactRow {
  const figure = figureOf(fact)
  return {
    id: fact.id,
    statement: fact.statement,
    ...(fact.article ? { place: fact.article } : {}),
    ...(figure ? { figure } : {}),
    ...(asOf(fact) ? { asOf: asOf(fact) } : {}),
    ...(fact.note ? { note: fact.note } : {}),
    citedBy: (cited.get(fact.id) ?? []).map((entry) => entryLink(library, entry)),
  }
}
