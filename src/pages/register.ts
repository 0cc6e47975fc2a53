import { isPublished } from '../content/library.ts'
import type { Entry, Library, SourceRecord } from '../content/library.ts'
import type { Fact } from '../model/sources.ts'
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
  groups: {
    label: string
    sources: { href: string; title: string; publisher: string; facts: number; figures: number }[]
  }[]
  figures: (FactRow & { source: Link })[]
  totals: { sources: number; facts: number; figures: number }
}

const kinds = { report: '公开报道', law: '法律法规', standard: '标准' } as const

/** Which published entries cite each fact, in text or in a quiz. */
export function citingEntries(library: Library): Map<string, Entry[]> {
  const citing = new Map<string, Entry[]>()
  for (const entry of library.entries.filter(isPublished)) {
    const facts = new Set(entry.body.citations.map(({ fact }) => fact))
    if (entry.collection === 'lessons')
      for (const question of entry.data.quiz) for (const id of question.cites) facts.add(id)
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
  const facts = sources.flatMap(({ data }) =>
    data.facts.filter(({ verified }) => verified).map((fact) => ({ fact, data })),
  )
  const figures = facts.filter(
    ({ fact, data }) => data.kind === 'report' && typeof fact.figure === 'number',
  )
  return {
    groups: Object.entries(kinds).map(([kind, label]) => ({
      label,
      sources: sources
        .filter(({ data }) => data.kind === kind)
        .map(({ data }) => ({
          href: href(library, `/data/${data.id}.html`),
          title: data.title,
          publisher: data.publisher,
          facts: data.facts.filter(({ verified }) => verified).length,
          figures: data.facts.filter(
            ({ verified, figure }) => verified && typeof figure === 'number',
          ).length,
        })),
    })),
    figures: figures
      .filter(({ fact }) => cited.has(fact.id))
      .map(({ fact, data }) => ({
        ...factRow(library, fact, cited),
        source: { href: href(library, `/data/${data.id}.html#${fact.id}`), text: data.publisher },
      })),
    totals: { sources: sources.length, facts: facts.length, figures: figures.length },
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
