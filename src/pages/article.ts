import type { Entry, Library } from '../content/library.ts'
import type { Body } from '../content/markdown.ts'
import { provenances } from '../model/entry.ts'
import { factsStated } from '../model/people.ts'
import { citing, notesOf } from './facts.ts'
import type { Citing, Note } from './facts.ts'
import { href, organizationLink } from './links.ts'
import type { Link } from './links.ts'
import { listeningOf } from './listening.ts'
import type { Listening } from './listening.ts'
import { bodyOf } from './render-body.ts'
import type { StudyPage } from './study.ts'
import { studyPage } from './study.ts'
import { chineseDate } from '../model/dates.ts'

export interface OutlineItem {
  id: string
  text: string
  level: 1 | 2
}

export interface InfoRow {
  label: string
  items: InfoItem[]
}

/** A name, what is said of it, and the notes it rests on. */
export interface InfoItem {
  text: string
  href?: string
  says?: string
  notes?: { number: number; id: string }[]
}

/** What every page with a text has: words, outline, notes, sources, the record of its making. */
export interface Article {
  title: string
  lead: string
  html: string
  outline: OutlineItem[]
  notes: Note[]
  /** Sources named and not cited in the text. */
  sources: Citing[]
  sample: boolean
  /** Not published yet: seen in development only. */
  draft: boolean
  ai?: string
  corrections: { date: string; was: string; now: string; why: string }[]
  /** Stands before a text that was corrected often, and leads to the list after it. */
  corrected?: string
  /** Present when it can be read aloud. */
  listen?: Listening
  /** Present when reading it is part of the reader's study record. */
  study?: StudyPage
}

/** Facts that a page cites and their numbers: as the text has them, then those of its front matter. */
export function citationsOf(entry: Entry): { fact: string; number: number }[] {
  const inText = entry.body.citations
  const stated =
    entry.collection === 'people'
      ? factsStated(entry.data).map(({ fact }) => fact)
      : entry.collection === 'terms'
        ? entry.data.cites
        : undefined
  if (!stated) return inText
  const known = new Map(inText.map(({ fact, number }) => [fact, number]))
  for (const fact of stated) if (!known.has(fact)) known.set(fact, known.size + 1)
  return Array.from(known, ([fact, number]) => ({ fact, number }))
}

export function articleOf(library: Library, entry: Entry): Article {
  const citations = citationsOf(entry)
  const notes = withBack(notesOf(library, citations), entry)
  const cited = new Set(citations.map(({ fact }) => library.facts.get(fact)?.source.id))
  const sources = entry.data.sources.flatMap((id) => {
    const record = library.sources.get(id)
    return record && !cited.has(id) ? citing(record.data) : []
  })
  const study = studyPage(library, entry)
  const listen = listeningOf(library, entry)
  return {
    title: entry.data.title,
    ...(study ? { study } : {}),
    ...(listen ? { listen } : {}),
    ...bodyOf(library, entry),
    outline: outlineOf(entry.body, notes.length + sources.length > 0),
    notes,
    sources,
    sample: entry.data.provenance === 'sample',
    draft: entry.data.status === 'draft',
    ...(entry.data.ai ? { ai: entry.data.ai } : {}),
    ...correctionsOf(entry),
  }
}

/** Notes that know the way back to their marks, which `src/content/render.ts` names. */
function withBack(notes: Note[], entry: Entry): Note[] {
  const marked = new Set(entry.body.citations.map(({ fact }) => fact))
  return notes.map((note) => (marked.has(note.id) ? { ...note, back: `#r-${note.id}` } : note))
}

/** Corrections a reader passes before the text begins; more of them would stand for the text. */
const before = 2

function correctionsOf({ data }: Entry): Pick<Article, 'corrections' | 'corrected'> {
  const corrections = data.corrections.map((one) => ({ ...one, date: chineseDate(one.date) }))
  if (corrections.length <= before) return { corrections }
  const latest =
    data.corrections
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  return {
    corrections,
    corrected: `这一篇更正过${corrections.length}处，最近一次在${chineseDate(latest)}。`,
  }
}

/** The headings a reader may jump to, two levels deep. */
export function outlineOf(body: Body, hasSources: boolean): OutlineItem[] {
  const items = body.headings
    .filter(({ level }) => level <= 3)
    .map(({ id, text, level }): OutlineItem => ({ id, text, level: level <= 2 ? 1 : 2 }))
  return hasSources ? [...items, { id: 'sources', text: '来源', level: 1 }] : items
}

/** Rows of the card beside a text that all kinds of entry share. */
export function sharedInfo(library: Library, entry: Entry): InfoRow[] {
  const publishers = [
    ...new Set(entry.data.sources.flatMap((id) => library.sources.get(id)?.data.publisher ?? [])),
  ]
  return rows([
    {
      label: '地区',
      items: entry.data.regions.map((region) => ({ text: region.split('/').join(' ') })),
    },
    { label: '主题', items: entry.data.topics.map((topic) => topicLink(library, topic)) },
    { label: '来源', items: publishers.map((text) => ({ text, href: '#sources' })) },
    {
      label: unstatedLabel(library, entry),
      items: entry.data.unstated ? [{ text: entry.data.unstated }] : [],
    },
    { label: '性质', items: [{ text: provenances[entry.data.provenance] }] },
    { label: '发布', items: [{ text: chineseDate(entry.data.date) }] },
    { label: '更新', items: entry.data.updated ? [{ text: chineseDate(entry.data.updated) }] : [] },
    {
      label: '复核',
      items: entry.data.review_by ? [{ text: `${chineseDate(entry.data.review_by)}前` }] : [],
    },
  ])
}

/** Of a source read in part nobody can say that it does not mention a thing. */
function unstatedLabel(library: Library, entry: Entry): string {
  const whole = entry.data.sources.every((id) => library.sources.get(id)?.data.quality === 'full')
  return whole ? '来源没有写' : '所读部分没有写'
}

/** Rows that have something to say. */
export function rows(all: InfoRow[]): InfoRow[] {
  return all.filter((row) => row.items.length > 0)
}

/** A topic's list of cases, when the topic is in the vocabulary and a case carries it. */
function topicLink(library: Library, name: string): Link | { text: string } {
  const topic = library.site.topics.find((candidate) => candidate.name === name)
  const used = library.entries.some(
    (entry) =>
      entry.collection === 'cases' &&
      entry.data.status === 'published' &&
      entry.data.topics.includes(name),
  )
  return topic && used
    ? { href: href(library, `/cases/topic/${topic.slug}.html`), text: name }
    : { text: name }
}

export function organizationItems(library: Library, slugs: readonly string[]): Link[] {
  return [...new Set(slugs)].flatMap((slug) => organizationLink(library, slug) ?? [])
}
