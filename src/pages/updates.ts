import { isPublished } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { monthAndDate } from '../formats/chinese-day.ts'
import { dayAfter, weekOf } from '../model/weeks.ts'
import { collections } from '../model/index.ts'
import type { CollectionName } from '../model/index.ts'
import { entryCard, href } from './links.ts'
import type { Link } from './links.ts'

/** An entry that came in lately. */
interface NewEntry extends Link {
  kind: string
}

/** One text a week, for a reader who wants no more. */
export interface WeeklyRead extends NewEntry {
  /** The week's Monday, as a date. */
  monday: string
  /** The week as read: 11月30日至12月6日. */
  days: string
  summary: string
}

export interface UpdatesView {
  crumbs: Link[]
  /** What came in during the last weeks, by day, latest first. */
  days: { day: string; count: number; entries: NewEntry[] }[]
  reads: WeeklyRead[]
  /** The portal's feed, where it has a public address. */
  feed?: Link
}

/** What the front page shows of it. */
export interface NewsView {
  /** The days that the latest entries are of. */
  days: string
  count: number
  entries: NewEntry[]
}

/** Collections whose entries are news, in the order they take turns. */
const newsworthy = ['cases', 'people', 'videos', 'courses', 'packs', 'topics'] as const
/** Collections with a text worth a week. */
const readable = ['cases', 'people', 'lessons'] as const

const week = 7
/** New entries on the front page. */
const mostOnFront = 6
/** Days that the page lists, and entries of one day. */
const [mostDays, mostOfDay] = [12, 20]
/** Weeks ahead: an edition may stand for half a year. */
const weeksAhead = 26

/** What the front page says is new; nothing while nothing is published. */
export function newsView(library: Library): NewsView | undefined {
  const last = lastDay(library)
  if (!last) return undefined
  const first = dayAfter(last, 1 - week)
  const recent = newest(library).filter(({ data }) => data.date >= first)
  return {
    days: `${monthAndDate(first)}至${monthAndDate(last)}`,
    count: recent.length,
    entries: inTurn(recent)
      .slice(0, mostOnFront)
      .map((entry) => newEntry(library, entry)),
  }
}

export function updatesView(library: Library): UpdatesView {
  const entries = newest(library)
  const days = [...new Set(entries.map(({ data }) => data.date))].slice(0, mostDays)
  return {
    crumbs: [],
    days: days.map((day) => {
      const ofDay = inTurn(entries.filter(({ data }) => data.date === day))
      const shown = ofDay.slice(0, mostOfDay).map((entry) => newEntry(library, entry))
      return { day, count: ofDay.length, entries: shown }
    }),
    reads: weeklyReads(library),
    ...(library.site.url
      ? { feed: { href: href(library, '/feed.xml'), text: '订阅全站更新' } }
      : {}),
  }
}

/**
 * A text for every week from the one the edition is of. Weeks are counted from a fixed Monday and texts taken
 * in the order of their file names, so that a text keeps its week while none is added or removed.
 */
export function weeklyReads(library: Library): WeeklyRead[] {
  const last = lastDay(library)
  const texts = publishedOf(library, readable)
    .filter((entry) => !(entry.collection === 'cases' && entry.data.brief))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  if (!last || texts.length === 0) return []
  const { monday, number } = weekOf(last)
  return Array.from({ length: Math.min(weeksAhead, texts.length) }, (_, ahead) => {
    const start = dayAfter(monday, ahead * week)
    const entry = texts[(number + ahead) % texts.length]
    return entry
      ? [
          {
            ...newEntry(library, entry),
            monday: start,
            days: `${monthAndDate(start)}至${monthAndDate(dayAfter(start, week - 1))}`,
            summary: entry.data.summary,
          },
        ]
      : []
  }).flat()
}

type Of<Name extends CollectionName> = Extract<Entry, { collection: Name }>
type News = Of<(typeof newsworthy)[number]>

function publishedOf<Name extends CollectionName>(
  library: Library,
  names: readonly Name[],
): Of<Name>[] {
  const wanted: readonly CollectionName[] = names
  return library.entries.filter(
    (entry): entry is Of<Name> => isPublished(entry) && wanted.includes(entry.collection),
  )
}

function newest(library: Library): News[] {
  return publishedOf(library, newsworthy).sort((a, b) =>
    a.data.date > b.data.date ? -1 : a.data.date < b.data.date ? 1 : 0,
  )
}

/** The build has no clock: the edition is of the day its latest entry came in. */
function lastDay(library: Library): string | undefined {
  return newest(library)[0]?.data.date
}

/** Entries of all collections, one of each in turn: a day of many cases does not hide its film. */
function inTurn(entries: readonly News[]): News[] {
  const kinds = newsworthy.map((name) => entries.filter(({ collection }) => collection === name))
  const longest = Math.max(0, ...kinds.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    kinds.flatMap((kind) => kind[turn] ?? []),
  ).flat()
}

function newEntry(library: Library, entry: Entry): NewEntry {
  const { title, href: address } = entryCard(library, entry)
  // A name alone tells a reader little.
  const text = entry.collection === 'people' ? `${title}：${entry.data.role.text}` : title
  return { kind: collections[entry.collection].label, text, href: address }
}
