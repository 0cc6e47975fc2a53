import { isPublished } from '../content/library.ts'
import { writeContestAddress } from '../meeting/contest/address.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import type { AgendaKind } from '../model/agenda.ts'
import { collections } from '../model/index.ts'
import type { AgendaRow } from '../model/packs.ts'
import type { MeetingPlan } from '../meeting/meeting.ts'
import { agenda, clock } from '../study/pack.ts'
import { bookOf } from './book.ts'
import type { BookPlan } from './book.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { factLinks, figureAt } from './fact-links.ts'
import { entryAt, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { planOfReadyPack } from './pack-plan.ts'
import { questionsIn } from './pack-time.ts'
import { packsOfYear, whenOf } from './packs.ts'
import { discussionOf, homeOf, minutesOf } from './study.ts'
import type { StudyPage } from './study.ts'
import { sectionLink } from './sections.ts'

export interface AgendaLine {
  kind: AgendaKind
  start: string
  minutes: number
  title: string
  entries: (Link & { kind: string })[]
  note?: string
  basis: Link[]
  /** Of 自测: where its questions are played as a contest. */
  contest?: string
}

export interface ReadyPackView extends Article {
  crumbs: Link[]
  short: string
  /** `7月学习包`. */
  when: string
  summary: string
  aim: string
  minutes: number
  /** What has to be tried out before: a film. */
  hasFilm: boolean
  hasQuiz: boolean
  lines: AgendaLine[]
  questions: { text: string; from: Link[] }[]
  figures: { value: string; unit: string; label: string; source: Link }[]
  materials: { kind: string; href: string; title: string; note: string }[]
  info: InfoRow[]
  book?: BookPlan
  /** The composer with this pack in it. */
  start: string
  /** As a meeting that has no identity yet. */
  plan: Omit<MeetingPlan, 'id'>
  /** What the sheets and the folder to take along need of this page. */
  sheet: Pick<StudyPage, 'title' | 'discussion'>
  site: { base: string; home: string; name: string }
  composer: string
  /** The pack as slides. */
  slides: string
  year: string
  /** The record of a meeting made from this pack. */
  record: string
  next?: Link & { when: string }
}

export function readyPackView(library: Library, entry: EntryOf<'packs'>): ReadyPackView {
  const { data } = entry
  const named = entriesOf(library, [
    ...data.agenda.flatMap(({ entries }) => entries),
    ...data.materials,
  ])
  const tested = data.agenda.flatMap((row) =>
    row.kind === '自测' ? entriesOf(library, row.entries) : [],
  )
  const composer = href(library, '/pack.html')
  return {
    ...articleOf(library, entry),
    book: bookOf(
      library,
      entry,
      named.map(({ path }) => path),
    ),
    crumbs: [
      sectionLink(library, '学习'),
      { href: href(library, '/packs/index.html'), text: '全年学习包' },
    ],
    short: data.short ?? data.title,
    when: `${whenOf(data)}学习包`,
    summary: data.summary,
    aim: data.aim,
    minutes: data.minutes,
    hasFilm: named.some((one) => one.collection === 'videos' && Boolean(one.data.file)),
    hasQuiz: tested.length > 0,
    lines: linesOf(library, data),
    questions: data.questions.map((question) => ({
      text: question.question,
      from: [
        ...entriesOf(library, question.entry ? [question.entry] : []).map((one) => ({
          href: href(library, one.url),
          text: `${kindWord(one)}《${one.data.title}》`,
        })),
        ...factLinks(library, question.cites),
      ],
    })),
    figures: data.figures.flatMap(({ cite, label }) => figureAt(library, cite, label) ?? []),
    materials: named.map((one) => material(library, one)),
    info: rows([
      { label: '用时', items: [{ text: `${data.minutes}分钟` }] },
      { label: '适合', items: data.audience ? [{ text: data.audience }] : [] },
      { label: '内容', items: [{ text: contents(named, tested) }] },
      {
        label: '日子',
        items: factLinks(library, data.occasion?.cites ?? []),
      },
      ...sharedInfo(library, entry),
    ]),
    start: `${composer}#from=${entry.path.slice(1)}`,
    plan: planOfReadyPack(library, entry),
    sheet: { title: data.title, discussion: discussionOf(entry) },
    site: { base: library.site.base, home: homeOf(library), name: library.site.name },
    composer,
    slides: href(library, `${entry.url.replace(/\.html$/, '')}/slides.html`),
    year: href(library, '/packs/index.html'),
    record: `${href(library, '/minutes.html')}#from=${entry.path.slice(1)}`,
    ...nextOf(library, entry),
  }
}

function linesOf(
  library: Library,
  { title: name, agenda: table }: Pick<EntryOf<'packs'>['data'], 'title' | 'agenda'>,
): AgendaLine[] {
  const { starts } = agenda(table)
  return table.map(({ kind, title, minutes, entries, note, cites }, index) => ({
    ...{ kind, title, minutes, start: clock(starts[index] ?? 0) },
    entries: entriesOf(library, entries).map((one) => ({
      ...entryLink(library, one),
      kind: kindWord(one),
    })),
    ...(note ? { note } : {}),
    basis: factLinks(library, cites),
    ...contestOf(library, name, { kind, minutes, entries }),
  }))
}

function contestOf(
  library: Library,
  title: string,
  { kind, minutes, entries }: Pick<AgendaRow, 'kind' | 'minutes' | 'entries'>,
): Pick<AgendaLine, 'contest'> {
  const tested = kind === '自测' ? entriesOf(library, entries) : []
  if (questionsIn(tested) === 0) return {}
  const start = { title, minutes, pages: tested.map(({ path }) => path) }
  return { contest: `${href(library, '/contest.html')}#${writeContestAddress(start)}` }
}

/** Entries that readers can open, each once. */
export function entriesOf(library: Library, paths: readonly string[]): Entry[] {
  return [...new Set(paths.flatMap((path) => entryAt(library, path) ?? []))].filter(isPublished)
}

/** What a meeting calls an entry. */
function kindWord(entry: Entry): string {
  if (entry.collection === 'lessons') return '课'
  if (entry.collection === 'videos') return entry.data.file ? '短片' : '视频'
  return collections[entry.collection].label
}

function material(library: Library, entry: Entry): ReadyPackView['materials'][number] {
  return {
    kind: kindWord(entry),
    href: href(library, entry.url),
    title: entry.data.title,
    note: aboutMaterial(entry),
  }
}

function aboutMaterial(entry: Entry): string {
  if (entry.collection === 'videos' && entry.data.file && entry.data.duration) {
    const seconds = Math.round(entry.data.duration)
    const length = [Math.floor(seconds / 60), seconds % 60]
    return `${length[0] ? `${length[0]}分` : ''}${length[1]}秒，有字幕`
  }
  const quiz = questionsIn([entry])
  return `约${minutesOf(entry)}分钟${quiz > 0 ? `，${quiz}道自测题` : ''}`
}

function contents(named: readonly Entry[], tested: readonly Entry[]): string {
  const quiz = questionsIn(tested)
  return `${named.length}份材料，3个讨论题${quiz > 0 ? `，${quiz}道自测题` : ''}`
}

function nextOf(library: Library, entry: EntryOf<'packs'>): Pick<ReadyPackView, 'next'> {
  const all = packsOfYear(library)
  const next = all[(all.indexOf(entry) + 1) % Math.max(1, all.length)]
  return next && next !== entry
    ? { next: { ...entryLink(library, next), when: whenOf(next.data) } }
    : {}
}
