import { normalizePath } from '../content/address.ts'
import { isPublished, published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import type { CoverCard } from './drawn-cover.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { packCover } from './pack-cover.ts'
import { sectionLink } from './sections.ts'

export interface PackYearView {
  crumbs: Link[]
  title: string
  lead: string
  packs: CoverCard[]
  composer: string
}

/** Published packs through the year; those of an occasion without a month come last. */
export function packsOfYear(library: Library): EntryOf<'packs'>[] {
  const place = ({ data }: EntryOf<'packs'>) => data.month ?? 13
  return published(library, 'packs').sort(
    (a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1),
  )
}

export function packYearView(library: Library): PackYearView {
  return {
    crumbs: [sectionLink(library, '学习')],
    title: '全年学习包',
    lead: '一月一包，一次会开完：议程排到分钟，材料、三个讨论题和自测题都备好了，可以照着开，也可以改成自己的。',
    packs: packCards(library),
    composer: href(library, '/pack.html'),
  }
}

/** Every pack as a card, through the year. */
function packCards(library: Library): CoverCard[] {
  return packsOfYear(library).map((pack) => packCard(library, pack))
}

/** The same, from the month after the edition's latest change: what a branch plans next. */
export function packsToCome(library: Library): CoverCard[] {
  const days = library.entries.filter(isPublished).map(({ data }) => data.updated ?? data.date)
  const month = Number(days.sort().at(-1)?.slice(5, 7) ?? 0)
  const all = packsOfYear(library)
  const next = all.findIndex(({ data }) => (data.month ?? 13) > month)
  const from = Math.max(0, next)
  return [...all.slice(from), ...all.slice(0, from)].map((pack) => packCard(library, pack))
}

/** Packs made of what an entry leads to, those that use most of it first. */
export function packsWith(library: Library, paths: readonly string[]): CoverCard[] {
  const wanted = new Set(paths.map((path) => normalizePath(path).path))
  return packsOfYear(library)
    .map((pack) => {
      const used = pack.data.agenda.flatMap(({ entries }) => entries)
      return { pack, shared: used.filter((path) => wanted.has(normalizePath(path).path)).length }
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ pack }) => packCard(library, pack))
}

function packCard(library: Library, { url, data }: EntryOf<'packs'>): CoverCard {
  return {
    href: href(library, url),
    // `7月`, `9月 · 中华慈善日`.
    eyebrow: whenOf(data),
    title: data.title,
    summary: data.aim,
    note: `${data.minutes}分钟，${data.agenda.length}项`,
    cover: packCover(data.month, data.agenda),
  }
}

export function whenOf({ month, occasion }: EntryOf<'packs'>['data']): string {
  return [month === undefined ? '' : `${month}月`, occasion?.name ?? ''].filter(Boolean).join(' · ')
}
