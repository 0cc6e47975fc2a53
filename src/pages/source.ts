import { figureOf } from '../model/figures.ts'
import { isPublished } from '../content/library.ts'
import type { CitedFact, Entry, Library, SourceRecord } from '../content/library.ts'
import { factsDrawn } from '../model/charts.ts'
import { factsStated } from '../model/people.ts'
import { factsOfPack } from '../model/packs.ts'
import { readingOf, readings } from '../model/sources.ts'
import type { Source } from '../model/sources.ts'
import { aboutFact, citing } from './facts.ts'
import type { Citing } from './facts.ts'
import { entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { sectionLink } from './sections.ts'

/** One fact in the register. */
export interface FactRow {
  id: string
  statement: string
  /** The source's own words, as it prints them. */
  words?: string
  place?: string
  figure?: { value: string; qualifier: string; unit: string }
  asOf?: string
  note?: string
  /** How much was read, where it differs from the source as a whole. */
  read?: string
  /** Who read it a second time, and when. */
  reread?: string
  citedBy: Link[]
  /** Pages that cite it and are not named. */
  others?: number
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

/** A source in a list. */
export interface ListedSource {
  href: string
  title: string
  publisher: string
  facts: number
}

/** Pages that a fact names as citing it. */
const mostCiting = 12

/** The published entries that cite each fact, by its id. */
export type Cited = ReadonlyMap<string, Entry[]>

/** Which published entries cite each fact, in text, in a quiz or in a drawing. */
export function citingEntries(library: Library): Map<string, Entry[]> {
  const citing = new Map<string, Entry[]>()
  for (const entry of library.entries.filter(isPublished)) {
    const facts = new Set(entry.body.citations.map(({ fact }) => fact))
    if (entry.collection === 'lessons')
      for (const question of entry.data.quiz) for (const id of question.cites) facts.add(id)
    if (entry.collection === 'people')
      for (const { fact } of factsStated(entry.data)) facts.add(fact)
    if (entry.collection === 'terms') for (const fact of entry.data.cites) facts.add(fact)
    if (entry.collection === 'packs')
      for (const { fact } of factsOfPack(entry.data)) facts.add(fact)
    if (entry.collection === 'charts')
      for (const { fact } of factsDrawn(entry.data.drawing)) facts.add(fact)
    for (const id of facts) {
      const others = citing.get(id)
      if (others) others.push(entry)
      else citing.set(id, [entry])
    }
  }
  return citing
}

/** Sources readers may look up: those with a fact somebody has read. */
export function listedSources(library: Library): SourceRecord[] {
  return [...library.sources.values()].filter(({ data }) =>
    data.facts.some(({ verified }) => verified),
  )
}

export function sourceView(library: Library, { data }: SourceRecord, cited: Cited): SourceView {
  return {
    crumbs: [sectionLink(library, '数读')],
    title: data.title,
    citing: citing(data),
    quality: data.quality === 'full' ? '已读全文' : '只读到一部分，不能据此说原文没有提到什么',
    accessed: data.accessed,
    ...(data.in_force ? { inForce: data.in_force } : {}),
    facts: data.facts
      .filter(({ verified }) => verified)
      .map((fact) => factRow(library, { fact, source: data }, cited)),
  }
}

export function listing(library: Library, source: Source): ListedSource {
  return {
    href: href(library, `/data/${source.id}.html`),
    title: source.title,
    publisher: source.publisher,
    facts: source.facts.filter(({ verified }) => verified).length,
  }
}

export function factRow(library: Library, about: CitedFact, cited: Cited): FactRow {
  const { fact, source } = about
  const { reread } = fact
  const figure = figureOf(fact)
  const by = cited.get(fact.id) ?? []
  return {
    id: fact.id,
    statement: fact.statement,
    ...aboutFact(about),
    ...(figure ? { figure } : {}),
    ...(fact.note ? { note: fact.note } : {}),
    ...(fact.read && fact.read !== readingOf({ ...fact, read: undefined }, source)
      ? { read: readings[fact.read] }
      : {}),
    ...(reread ? { reread: `${reread.role}${reread.date}复读` } : {}),
    citedBy: by.slice(0, mostCiting).map((entry) => entryLink(library, entry)),
    ...(by.length > mostCiting ? { others: by.length - mostCiting } : {}),
  }
}
