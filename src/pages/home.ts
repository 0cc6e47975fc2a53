import { figureOf } from '../model/figures.ts'
import { published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { pictureOf } from './charts/picture.ts'
import { citable } from './facts.ts'
import { entryAt, entryCard, href } from './links.ts'
import type { Link } from './links.ts'
import { personCard } from './person.ts'
import type { PersonCard } from './person.ts'
import { packsToCome } from './packs.ts'
import type { PackCard } from './packs.ts'
import { lessonsOf } from './training.ts'
import { newsView } from './updates.ts'
import type { NewsView } from './updates.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'
import { chineseDate } from '../model/dates.ts'

export interface HomeCase {
  href: string
  topic: string
  title: string
  summary: string
}

export interface HomeFact {
  value: string
  unit: string
  statement: string
  source: Link
}

export interface HomeView {
  headline: [string, string]
  lead: string
  searches: string[]
  start?: { title: string; course: Link; minutes: number; href: string; count: number }
  news?: NewsView
  leadCase?: HomeCase & {
    meta: string[]
    picture?: { html: string; href: string; caption: string }
    figures: HomeFact[]
  }
  cases: HomeCase[]
  videos: VideoCard[]
  people: PersonCard[]
  lessons: { href: string; title: string; minutes: number }[]
  facts: HomeFact[]
  packs: PackCard[]
  topics: { href: string; title: string; summary: string; note: string }[]
}

/** What the front page shows: the editors' choice in `site.yaml`, or the first entries there are. */
export function homeView(library: Library): HomeView {
  const { home } = library.site
  const cases = chosen(library, home.cases, 'cases')
  const lead =
    chosen(library, home.lead ? [home.lead] : [], 'cases')[0] ?? published(library, 'cases')[0]
  const course =
    chosen(library, home.course ? [home.course] : [], 'courses')[0] ??
    published(library, 'courses')[0]
  const lessons = course ? lessonsOf(library, course) : []
  const others =
    cases.length > 0 ? cases : published(library, 'cases').filter((entry) => entry !== lead)
  const videos = chosen(library, home.videos, 'videos')
  const news = newsView(library)
  const people = chosen(library, home.people, 'people')
  return {
    headline: ['看身边的党员，', '学同行的做法'],
    lead: library.site.description,
    searches: home.searches,
    ...(course && lessons[0] ? { start: startOf(library, course, lessons) } : {}),
    ...(news ? { news } : {}),
    ...(lead ? { leadCase: leadOf(library, lead) } : {}),
    cases: others.slice(0, 3).map((entry) => homeCase(library, entry)),
    videos: (videos.length > 0 ? videos : published(library, 'videos'))
      .slice(0, 3)
      .map((entry) => videoCard(library, entry)),
    people: (people.length > 0 ? people : published(library, 'people'))
      .slice(0, 3)
      .map((entry) => personCard(library, entry)),
    lessons: lessons.slice(0, 4).map((lesson) => ({
      href: href(library, lesson.url),
      title: lesson.data.title,
      minutes: lesson.data.minutes,
    })),
    facts: home.facts.flatMap((id) => homeFact(library, id) ?? []),
    packs: packsToCome(library).slice(0, 3),
    topics: topicsOf(library),
  }
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

function leadOf(library: Library, entry: EntryOf<'cases'>): HomeView['leadCase'] {
  const unit = library.byPath.get(`/organizations/${entry.data.unit}`)?.data.title
  const published = entry.data.sources
    .flatMap((id) => library.sources.get(id)?.data.published ?? [])
    .sort()
    .at(-1)
  const cited = new Set(entry.body.citations.map(({ fact }) => fact))
  const preferred = library.site.home.facts.filter((id) => cited.has(id))
  const figures = [...new Set([...preferred, ...cited])]
    .filter((id) => typeof citable(library, id)?.fact.figure === 'number')
    .flatMap((id) => homeFact(library, id) ?? [])
  return {
    ...homeCase(library, entry),
    meta: [unit ?? '', published ? `来源刊发于${chineseDate(published)}` : ''].filter(Boolean),
    ...leadPicture(library),
    figures: figures.slice(0, 2),
  }
}

/** The chart beside the lead case, when `site.yaml` names one. */
function leadPicture(library: Library): {
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

function homeCase(library: Library, entry: EntryOf<'cases'>): HomeCase {
  return { ...entryCard(library, entry), topic: entry.data.topics[0] ?? '' }
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
    note: entry.collection === 'topics' ? '专题' : '组织',
  }))
}

function chosen<Name extends 'cases' | 'videos' | 'people' | 'courses' | 'charts'>(
  library: Library,
  paths: readonly string[],
  name: Name,
): EntryOf<Name>[] {
  const wanted = new Set(paths.flatMap((path) => entryAt(library, path)?.path ?? []))
  const entries = published(library, name).filter((entry) => wanted.has(entry.path))
  const rank = [...wanted]
  return entries.sort((a, b) => rank.indexOf(a.path) - rank.indexOf(b.path))
}
