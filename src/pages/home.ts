import { homeParts } from '../model/site.ts'
import type { HomePart } from '../model/site.ts'
import { figureOf } from '../model/figures.ts'
import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { pictureOf } from './charts/picture.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { citable } from './facts.ts'
import { chosen, homeCases, homeCourse, homePeople } from './home-choice.ts'
import { ownCase, ownCases } from './listed-case.ts'
import type { CoverCard } from './drawn-cover.ts'
import { entryAt, entryCard, href } from './links.ts'
import type { Link } from './links.ts'
import { personCard } from './person.ts'
import type { PersonCard } from './person.ts'
import { drawnCases } from './drawn-cases.ts'
import type { DrawnCases } from './drawn-cases.ts'
import { packsToCome } from './packs.ts'
import { lessonsOf } from './training.ts'
import { newsView, weeklyReads } from './updates.ts'
import type { NewsView, WeeklyRead } from './updates.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'
import { sectionName, sectionNames } from './sections.ts'
import type { Section } from './sections.ts'

interface HomeFact {
  value: string
  unit: string
  statement: string
  source: Link
}

export interface HomeView {
  headline: string[]
  /** What the portal calls its sections. */
  names: Record<Section, string>
  /** The parts below the first screen that have something, in their order. */
  order: HomePart[]
  lead: string
  searches: string[]
  start?: { title: string; course: Link; minutes: number; href: string; count: number }
  news?: NewsView
  read?: WeeklyRead
  cases: CaseRow[]
  drawn: DrawnCases
  videos: VideoCard[]
  people: PersonCard[]
  lessons: { href: string; title: string; minutes: number }[]
  facts: HomeFact[]
  /** Beside them, the chart that `site.yaml` names. */
  picture?: { html: string; href: string; caption: string }
  packs: CoverCard[]
  topics: { href: string; title: string; summary: string; note: string }[]
}

/** What the front page shows: the editors' choice in `site.yaml`, or the first entries there are. */
export function homeView(library: Library): HomeView {
  const { home } = library.site
  const course = homeCourse(library)
  const lessons = course ? lessonsOf(library, course) : []
  const videos = chosen(library, home.videos, 'videos')
  const news = newsView(library)
  const [read] = weeklyReads(library)
  const view = {
    headline: library.site.look.headline ?? ['看身边的党员，', '学同行的做法'],
    names: sectionNames(library),
    lead: library.site.description,
    searches: home.searches,
    ...(course && lessons[0] ? { start: startOf(library, course, lessons) } : {}),
    ...(news ? { news } : {}),
    ...(read ? { read } : {}),
    cases: homeCases(library).map((entry) => caseRow(library, ownCase(library, entry))),
    ...drawnCases(library, ownCases(library)),
    ...pictureBeside(library),
    videos: (videos.length > 0 ? videos : published(library, 'videos'))
      .slice(0, 3)
      .map((entry) => videoCard(library, entry)),
    people: homePeople(library).map((entry) => personCard(library, entry)),
    lessons: lessons.slice(0, 4).map((lesson) => ({
      href: href(library, lesson.url),
      title: lesson.data.title,
      minutes: lesson.data.minutes,
    })),
    facts: home.facts.flatMap((id) => homeFact(library, id) ?? []),
    packs: packsToCome(library).slice(0, 3),
    topics: topicsOf(library),
  }
  return { ...view, order: orderOf(view, home.order) }
}

/** The named parts first, then the others in their usual order; what holds nothing is left out. */
function orderOf(view: Omit<HomeView, 'order'>, named: readonly HomePart[]): HomePart[] {
  const { news } = view
  return [...new Set([...named, ...homeParts])].filter((part) =>
    part === 'news' ? news !== undefined : view[part].length > 0,
  )
}

function startOf(
  library: Library,
  course: EntryOf<'courses'>,
  lessons: EntryOf<'lessons'>[],
): HomeView['start'] {
  const [first] = lessons
  if (!first) return undefined
  return {
    title: first.data.title,
    course: { href: href(library, course.url), text: course.data.title },
    minutes: first.data.minutes,
    href: href(library, first.url),
    count: lessons.length,
  }
}

function pictureBeside(library: Library): {
  picture?: { html: string; href: string; caption: string }
} {
  const [chart] = chosen(
    library,
    library.site.home.chart ? [library.site.home.chart] : [],
    'charts',
  )
  const html = chart && pictureOf(library, chart, 'card')
  return html
    ? { picture: { html, href: href(library, chart.url), caption: chart.data.title } }
    : {}
}

function homeFact(library: Library, id: string): HomeFact | undefined {
  const cited = citable(library, id)
  const figure = cited && figureOf(cited.fact)
  if (!cited || !figure) return undefined
  const about = figure.qualifier === '约' ? '约' : ''
  return {
    value: `${about}${figure.value}`,
    unit: `${about ? '' : figure.qualifier}${figure.unit}`,
    statement: cited.fact.statement,
    source: {
      href: href(library, `/data/${cited.source.id}.html#${id}`),
      text: cited.source.publisher,
    },
  }
}

function topicsOf(library: Library): HomeView['topics'] {
  const named = library.site.home.topics.flatMap((path) => entryAt(library, path) ?? [])
  const entries = named.length > 0 ? named : published(library, 'topics').slice(0, 4)
  return entries.map((entry) => ({
    ...entryCard(library, entry),
    note: entry.collection === 'topics' ? sectionName(library, '专题') : '组织',
  }))
}
