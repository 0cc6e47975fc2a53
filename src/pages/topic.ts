import { isPublished } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { articleOf } from './article.ts'
import type { Article } from './article.ts'
import { bookOf } from './book.ts'
import type { BookPlan } from './book.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { casesSaid, waysToCases } from './cases-said.ts'
import { collectedCases } from './collected-case.ts'
import type { CoverCard } from './drawn-cover.ts'
import { entryAt, entryCard, href } from './links.ts'
import type { Link } from './links.ts'
import { drawnTopic } from './drawn-cases.ts'
import type { DrawnTopic } from './drawn-cases.ts'
import { ownCase } from './listed-case.ts'
import { personCard } from './person.ts'
import type { PersonCard } from './person.ts'
import { packsWith } from './packs.ts'
import { minutesOf } from './study.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'
import { sectionLink } from './sections.ts'

/** One step of the way through a topic, in the editors' order. */
interface TopicStep {
  page: string
  href: string
  title: string
  verb: string
  minutes: number
}

export interface TopicView extends Article {
  path: TopicStep[]
  crumbs: Link[]
  intro: string
  cases: CaseRow[]
  /** What its cases are, and where else to look at them. */
  casesSaid: string
  ways: Link[]
  /** Where and when its cases are, drawn. */
  drawn?: DrawnTopic
  videos: VideoCard[]
  people: PersonCard[]
  lessons: { href: string; title: string; summary: string; eyebrow: string }[]
  /** Meetings that use what the topic leads to. */
  packs: CoverCard[]
  book?: BookPlan
}

/** What one does with an entry; a video that does not play here is read about. */
function verbOf(entry: Entry): string | undefined {
  if (entry.collection === 'videos' && !entry.data.file) return '读'
  return verbs[entry.collection]
}

const verbs: Partial<Record<Entry['collection'], string>> = {
  cases: '读',
  videos: '看',
  people: '读',
  lessons: '学',
  courses: '学',
}

/** For each of its subjects, where the cases of other portals on it are. */
function waysToCollected(library: Library, { data }: EntryOf<'topics'>): Link[] {
  if (library.collected.length === 0) return []
  const cases = collectedCases(library)
  return library.site.topics
    .filter(({ name }) => data.topics.includes(name))
    .flatMap(({ name, slug }) => {
      const count = cases.filter((one) => one.data.topics.includes(name)).length
      const text = `汇集来的“${name}”案例${count}篇`
      return count > 0 ? { href: href(library, `/cases/topic/${slug}.html`), text } : []
    })
}

export function topicView(library: Library, entry: EntryOf<'topics'>): TopicView {
  const entries = entry.data.entries
    .flatMap((path) => entryAt(library, path) ?? [])
    .filter(isPublished)
  const cases = entries.flatMap((one) => (one.collection === 'cases' ? ownCase(library, one) : []))
  const drawn = drawnTopic(library, cases)
  return {
    ...articleOf(library, entry),
    book: bookOf(library, entry, entry.data.entries),
    crumbs: [sectionLink(library, '专题')],
    intro: entry.data.intro,
    path: entries.flatMap((one) => {
      const verb = verbOf(one)
      const title = one.data.short ?? one.data.title
      return verb
        ? { page: one.path, href: href(library, one.url), title, verb, minutes: minutesOf(one) }
        : []
    }),
    packs: packsWith(library, entry.data.entries).slice(0, 3),
    cases: cases.map((one) => caseRow(library, one)),
    casesSaid: casesSaid(cases),
    ways: [...waysToCases(library), ...waysToCollected(library, entry)],
    ...(drawn ? { drawn } : {}),
    videos: entries.flatMap((one) => (one.collection === 'videos' ? videoCard(library, one) : [])),
    people: entries.flatMap((one) => (one.collection === 'people' ? personCard(library, one) : [])),
    lessons: entries.flatMap((one) =>
      one.collection === 'lessons' || one.collection === 'courses'
        ? {
            ...entryCard(library, one),
            eyebrow:
              one.collection === 'lessons'
                ? `课时 · 约${one.data.minutes}分钟`
                : `课程 · ${one.data.level}`,
          }
        : [],
    ),
  }
}
