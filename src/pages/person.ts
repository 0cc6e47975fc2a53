import { isPublished } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { consents, unread } from '../model/people.ts'
import { articleOf, citationsOf, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { citable } from './facts.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import { drawPortrait } from './portraits/draw.ts'
import type { Card, Relations } from './related.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'
import { sectionLink } from './sections.ts'

/** The note of a fact, as a statement outside the text links to it. */
export interface NoteMark {
  number: number
  href: string
}

export interface PersonView extends Article {
  crumbs: Link[]
  eyebrow: string
  portrait: string
  /** What is drawn, in words. */
  caption?: { text: string; marks: NoteMark[] }
  role: { text: string; when: string; marks: NoteMark[] }
  membership: { text: string; marks: NoteMark[] }
  /** 已退休, or 已故 with its date. */
  standing?: { text: string; marks: NoteMark[] }
  honours: { name: string; body: string; date: string; marks: NoteMark[] }[]
  life: { when: string; what: string; marks: NoteMark[]; isJoining: boolean }[]
  film?: VideoCard
  discussion: string[]
  info: InfoRow[]
  related: Card[]
}

/** A person in a list. */
export interface PersonCard {
  href: string
  name: string
  portrait: string
  role: string
  when: string
  honours: string
  caption: string
  tags: Record<string, string[]>
}

export function personView(
  library: Library,
  entry: EntryOf<'people'>,
  relations: Relations,
): PersonView {
  const { data } = entry
  const numbers = new Map(citationsOf(entry).map(({ fact, number }) => [fact, number]))
  const marksOf = (cites: readonly string[]): NoteMark[] =>
    cites.flatMap((fact) => {
      const number = numbers.get(fact)
      return number && citable(library, fact) ? { number, href: `#s-${fact}` } : []
    })
  const film = data.film ? entryAt(library, data.film) : undefined
  const standing = standingOf(data)
  return {
    ...articleOf(library, entry),
    crumbs: [sectionLink(library, '榜样')],
    eyebrow: `榜样 · ${data.domain}`,
    portrait: portraitOf(library, entry),
    ...(data.portrait
      ? { caption: { text: data.portrait.caption, marks: marksOf(data.portrait.cites) } }
      : {}),
    role: { text: data.role.text, when: whenOf(data), marks: marksOf(data.role.cites) },
    membership: {
      text: data.membership.since
        ? `${chineseDate(data.membership.since)}加入中国共产党`
        : '中共党员',
      marks: marksOf(data.membership.cites),
    },
    ...(standing ? { standing: { text: standing.text, marks: marksOf(standing.cites) } } : {}),
    honours: data.honours.map(({ name, body, date, note, cites }) => ({
      name,
      body: isUnread(body) ? '授予者未读到' : body,
      date: [isUnread(date) ? '日期未读到' : chineseDate(date), note].filter(Boolean).join('；'),
      marks: marksOf(cites),
    })),
    life: data.life.map(({ when, what, cites }) => ({
      when: chineseDate(when),
      what,
      marks: marksOf(cites),
      isJoining: /加入中国共产党/.test(what),
    })),
    ...(film?.collection === 'videos' && isPublished(film)
      ? { film: videoCard(library, film) }
      : {}),
    discussion: data.discussion,
    info: [
      ...rows([{ label: '依据', items: [{ text: consents[data.consent] }] }]),
      ...sharedInfo(library, entry),
    ],
    related: relations.of(entry),
  }
}

export function personCard(library: Library, entry: EntryOf<'people'>): PersonCard {
  const { data } = entry
  return {
    href: href(library, entry.url),
    name: data.title,
    portrait: portraitOf(library, entry),
    role: data.role.text,
    when: data.deceased ? '已故' : data.retired ? `${whenOf(data)}，已退休` : whenOf(data),
    honours: data.honours
      .slice(0, 2)
      .map(({ name }) => name)
      .join(' · '),
    caption: data.portrait?.caption ?? '',
    tags: {},
  }
}

type Data = EntryOf<'people'>['data']

function isUnread(value: string): boolean {
  return value === unread
}

/** A post is of its time: of the dead it is said 生前. */
function whenOf({ role, deceased }: Data): string {
  return deceased ? '' : `${chineseDate(role.as_of)}时的身份`
}

function standingOf({ deceased, retired }: Data): { text: string; cites: string[] } | undefined {
  if (deceased) return { text: `${chineseDate(deceased.date)}去世`, cites: deceased.cites }
  return retired ? { text: '已退休', cites: retired.cites } : undefined
}

function portraitOf(library: Library, { data }: EntryOf<'people'>): string {
  const { portrait, life, title } = data
  const [first] = portrait?.cites ?? []
  const qualifier = first ? citable(library, first)?.fact.qualifier : undefined
  return drawPortrait({
    name: title,
    ...(portrait ? { portrait } : {}),
    isRough: qualifier === 'over' || qualifier === 'about',
    years: [...new Set(life.map(({ when }) => Number(when.slice(0, 4))))].sort((a, b) => a - b),
  })
}
