import { figureOf } from '../model/figures.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { articleOf, organizationItems, rows, sharedInfo } from './article.ts'
import type { Article, InfoItem, InfoRow } from './article.ts'
import type { Note } from './facts.ts'
import { sourceYear } from './case-years.ts'
import { chartsIn, forms } from './forms.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import type { ListedCase } from './listed-case.ts'
import { markOf } from './marks.ts'
import type { Mark } from './marks.ts'
import type { Card, Relations } from './related.ts'
import { sourceDate } from './source-date.ts'
import { readingMinutes } from '../content/reading-time.ts'
import { chineseDate } from '../model/dates.ts'
import { provenances } from '../model/entry.ts'
import { shortRegion } from '../model/tile-map.ts'
import { sectionLink, sectionName } from './sections.ts'

export interface CaseView extends Article {
  crumbs: Link[]
  short: string
  eyebrow: string
  meta: string[]
  keys: string[]
  info: InfoRow[]
  related: Card[]
  /** It and the cases it leads to, side by side. */
  compare?: Link
}

export function caseView(
  library: Library,
  entry: EntryOf<'cases'>,
  relations: Relations,
): CaseView {
  const article = articleOf(library, entry)
  const related = relations.of(entry)
  const charts = chartsIn(library, entry).length
  const organizations = organizationItems(library, [entry.data.unit, ...entry.data.organizations])
  return {
    ...article,
    crumbs: [sectionLink(library, '案例')],
    short: entry.data.short ?? entry.data.title,
    eyebrow: [sectionName(library, '案例'), entry.data.series ?? entry.data.topics[0]]
      .filter(Boolean)
      .join(' · '),
    meta: [
      ...publishedOn(library, entry),
      `约${readingMinutes(entry.body.characters)}分钟`,
      ...(charts > 0 ? [`${charts}张图表`] : []),
      `${entry.data.sources.length}篇来源，${article.notes.length}处标注`,
    ],
    keys: entry.data.keys,
    info: [
      ...rows([
        { label: '组织', items: organizations },
        { label: '举措', items: measureItems(library, entry, article.notes) },
      ]),
      ...sharedInfo(library, entry),
    ],
    related,
    ...comparedWith(library, entry, related),
  }
}

function comparedWith(
  library: Library,
  { slug }: EntryOf<'cases'>,
  related: readonly Card[],
): { compare?: Link } {
  const start = href(library, '/cases/')
  const others = related.flatMap(({ href: at }) =>
    at.startsWith(start) ? at.slice(start.length).replace(/\.html$/, '') : [],
  )
  if (others.length === 0) return {}
  const chosen = [slug, ...others].join(',')
  return {
    compare: { href: href(library, `/compare.html?c=${chosen}`), text: '和这几篇案例对照着看' },
  }
}

/** What the case did; each measure leads to the table of the cases that did the same. */
function measureItems(
  library: Library,
  { data }: EntryOf<'cases'>,
  notes: readonly Note[],
): InfoItem[] {
  return data.measures.map(({ name, text, cites }) => ({
    ...measureLink(library, name),
    says: text,
    notes: notes.filter(({ id }) => cites.includes(id)).map(({ number, id }) => ({ number, id })),
  }))
}

function measureLink(library: Library, name: string): InfoItem {
  const measure = library.site.measures.find((known) => known.name === name)
  return measure
    ? { text: name, href: href(library, `/cases/measure/${measure.slug}.html`) }
    : { text: name }
}

function publishedOn(library: Library, entry: EntryOf<'cases'>): string[] {
  const latest = sourceDate(library, entry)
  return [latest ? `来源刊发于${chineseDate(latest)}` : '来源未标日期']
}

/** A case in a list: who, where and when, then what. */
export interface CaseRow {
  id: string
  href?: string
  title: string
  summary: string
  /** Who did it, where, and the year its latest source came out. */
  who: string
  mark?: Mark
  where: string
  year: string
  contains: string[]
  highlight?: { text: string; unit: string; label: string }
  from?: FromElsewhere
  tags: Record<string, string[]>
}

/** Of a case of another portal: which, and what that portal says of how it was made. */
interface FromElsewhere {
  name: string
  notes: string[]
}

export function caseRow(library: Library, one: ListedCase, has: readonly string[] = []): CaseRow {
  const { data, entry, who } = one
  const { highlight } = data
  const mark = entry && markOf(library, entry.data.unit)
  const year = sourceYear(one)
  return {
    id: one.id,
    ...(one.href === undefined ? {} : { href: one.href }),
    title: data.title,
    summary: data.summary,
    who,
    ...(mark ? { mark } : {}),
    where: data.regions.slice(0, 1).map(shortRegion).join(''),
    year: year === undefined ? '来源未标年份' : `${year}年`,
    contains: [
      ...(entry ? contains(library, entry) : []),
      ...Object.entries(forms).flatMap(([form, label]) => (has.includes(form) ? label : [])),
    ],
    ...(highlight
      ? { highlight: { text: highlight.text, unit: highlight.unit ?? '', label: highlight.label } }
      : {}),
    ...fromElsewhere(one),
    tags: {},
  }
}

function fromElsewhere({ origin, data }: ListedCase): { from?: FromElsewhere } {
  if (!origin) return {}
  const corrected = data.corrections
    .map(({ date }) => date)
    .sort()
    .at(-1)
  const notes = [
    provenances[data.provenance],
    ...(corrected ? [`${chineseDate(corrected)}更正过`] : []),
    ...(data.ai ? [`AI生成内容标识：${data.ai}`] : []),
  ]
  return { from: { name: origin.name, notes } }
}

function contains(library: Library, entry: EntryOf<'cases'>): string[] {
  const figures = new Set(
    entry.body.citations
      .filter(({ fact }) => {
        const cited = library.facts.get(fact)?.fact
        return cited && typeof cited.figure === 'number' && figureOf(cited)
      })
      .map(({ fact }) => fact),
  )
  return figures.size > 0 ? [`${figures.size}个有出处的数字`] : []
}
