import { figureOf } from '../model/figures.ts'
import { isPublished } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import type { AgendaKind } from '../model/agenda.ts'
import { collections } from '../model/index.ts'
import type { AgendaRow } from '../model/packs.ts'
import { placeOf } from '../model/sources.ts'
import { agenda, clock, writePackAddress } from '../study/pack.ts'
import type { Pack } from '../study/pack.ts'
import { articleOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { citable, citing } from './facts.ts'
import { entryAt, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { packStart } from './pack-start.ts'
import { questionsIn } from './pack-time.ts'
import { packsOfYear, whenOf } from './packs.ts'
import { discussionOf, homeOf, minutesOf } from './study.ts'
import type { StudyPage } from './study.ts'

export interface AgendaLine {
  kind: AgendaKind
  start: string
  minutes: number
  title: string
  entries: (Link & { kind: string })[]
  note?: string
  basis: Link[]
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
  /** The composer with this pack in it. */
  start: string
  pack: Pack
  /** What the sheets and the folder to take along need of this page. */
  sheet: Pick<StudyPage, 'title' | 'discussion'>
  site: { base: string; home: string; name: string }
  composer: string
  year: string
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
  const pack = packStart(library, entry)
  const composer = href(library, '/pack.html')
  return {
    ...articleOf(library, entry),
    crumbs: [
      { href: href(library, '/training/index.html'), text: '学习' },
      { href: href(library, '/packs/index.html'), text: '全年学习包' },
    ],
    short: data.short ?? data.title,
    when: `${whenOf(data)}学习包`,
    summary: data.summary,
    aim: data.aim,
    minutes: data.minutes,
    hasFilm: named.some((one) => one.collection === 'videos' && Boolean(one.data.file)),
    hasQuiz: tested.length > 0,
    lines: linesOf(library, data.agenda),
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
    start: `${composer}#start=${writePackAddress(pack).slice('pack='.length)}`,
    pack,
    sheet: { title: data.title, discussion: discussionOf(entry) },
    site: { base: library.site.base, home: homeOf(library), name: library.site.name },
    composer,
    year: href(library, '/packs/index.html'),
    ...nextOf(library, entry),
  }
}

function linesOf(library: Library, table: readonly AgendaRow[]): AgendaLine[] {
  const { starts } = agenda(table)
  return table.map(({ kind, title, minutes, entries, note, cites }, index) => ({
    ...{ kind, title, minutes, start: clock(starts[index] ?? 0) },
    entries: entriesOf(library, entries).map((one) => ({
      ...entryLink(library, one),
      kind: kindWord(one),
    })),
    ...(note ? { note } : {}),
    basis: factLinks(library, cites),
  }))
}

/** Entries that readers can open, each once. */
function entriesOf(library: Library, paths: readonly string[]): Entry[] {
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

/** Facts as places to look them up; several of one report are one place. */
function factLinks(library: Library, ids: readonly string[]): Link[] {
  const links = ids.flatMap((id) => factLink(library, id) ?? [])
  return links.filter(({ text }, index) => links.findIndex((one) => one.text === text) === index)
}

/** A fact as a place to look it up: its article, or the report it stands in. */
function factLink(library: Library, id: string): Link | undefined {
  const cited = citable(library, id)
  if (!cited) return undefined
  const { title, publisher, described } = citing(cited.source)
  const name = cited.source.kind === 'report' || described ? publisher : `《${title}》`
  const text = cited.fact.article ? `${name}${placeOf(cited.fact)}` : name
  return { href: href(library, `/data/${cited.source.id}.html#${id}`), text }
}

function figureAt(
  library: Library,
  id: string,
  label: string,
): ReadyPackView['figures'][number] | undefined {
  const cited = citable(library, id)
  const figure = cited && figureOf(cited.fact)
  const source = factLink(library, id)
  if (!figure || !source) return undefined
  const about = figure.qualifier === '约' ? '约' : ''
  return {
    value: `${about}${figure.value}`,
    unit: `${about ? '' : figure.qualifier}${figure.unit}`,
    label,
    source,
  }
}

function nextOf(library: Library, entry: EntryOf<'packs'>): Pick<ReadyPackView, 'next'> {
  const all = packsOfYear(library)
  const next = all[(all.indexOf(entry) + 1) % Math.max(1, all.length)]
  return next && next !== entry
    ? { next: { ...entryLink(library, next), when: whenOf(next.data) } }
    : {}
}
