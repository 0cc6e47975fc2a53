import { isPublished, published } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { mediaFile } from '../content/address.ts'
import { coverOf } from './cover.ts'
import type { Cover } from './cover.ts'
import { articleOf, organizationItems, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { notesOf } from './facts.ts'
import { filmOf } from './film.ts'
import type { Film } from './film.ts'
import { listeningTo } from './listening.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import type { Card, Relations } from './related.ts'
import { clock } from './time.ts'
import { transcriptOf } from './transcript.ts'
import { sectionLink } from './sections.ts'

export interface VideoCard {
  href: string
  title: string
  short: string
  seed: string
  cover: Cover
  /** The film's own cover, which lies over the drawn one. */
  picture?: string
  /** `02:06` for a film of the portal's own. */
  length?: string
  kind: string
  tags: Record<string, string[]>
}

export interface VideoView extends Article {
  crumbs: Link[]
  short: string
  summary: string
  programme?: string
  seed: string
  cover: Cover
  external?: { url: string; label: string }
  film?: Film
  /** Names of the people shown, as they agreed to be shown. */
  people: string[]
  info: InfoRow[]
  /** Films to watch next; the first is offered when this one has ended. */
  next: VideoCard[]
  related: Card[]
  /** How a branch submits a film of its own, when the portal has such a page. */
  submit?: Link
}

export function videoCard(library: Library, entry: EntryOf<'videos'>): VideoCard {
  return {
    href: href(library, entry.url),
    title: entry.data.title,
    short: entry.data.short ?? entry.data.title,
    seed: entry.slug,
    cover: coverOf(library, entry),
    ...pictureOf(library, entry),
    ...(entry.data.duration ? { length: clock(entry.data.duration) } : {}),
    kind: kindOf(library, entry),
    tags: {},
  }
}

function pictureOf(library: Library, entry: EntryOf<'videos'>): { picture?: string } {
  const { poster } = entry.data
  const media = poster === undefined ? undefined : library.media.get(mediaFile(entry, poster))
  return media ? { picture: href(library, media.url) } : {}
}

function kindOf(library: Library, entry: EntryOf<'videos'>): string {
  if (!entry.data.file) {
    // The title tells the programme; who holds it is what a reader does not see yet.
    const [holder] = entry.data.organizations.flatMap(
      (slug) => library.byPath.get(`/organizations/${slug}`) ?? [],
    )
    return `节目 · ${holder && isPublished(holder) ? (holder.data.short ?? holder.data.title) : '站外'}`
  }
  const { chapters } = transcriptOf(library, entry)
  return chapters.length > 1 ? `讲解 · ${chapters.length}章` : '讲解'
}

export function videoView(
  library: Library,
  entry: EntryOf<'videos'>,
  relations: Relations,
): VideoView {
  const film = filmOf(library, entry)
  const article = articleOf(library, entry)
  const submit = entryAt(library, '/pages/submit-a-film')
  const next = film ? nextFilms(library, entry) : []
  const shown = new Set(next.map((card) => card.href))
  return {
    ...article,
    ...(film
      ? {
          notes: notesOf(library, film.citations),
          listen: listeningTo(
            film.chapters.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''),
          ),
        }
      : {}),
    crumbs: [sectionLink(library, '视频')],
    short: entry.data.short ?? entry.data.title,
    summary: entry.data.summary,
    seed: entry.slug,
    cover: coverOf(library, entry),
    ...(entry.data.programme ? { programme: entry.data.programme } : {}),
    ...(entry.data.external ? { external: entry.data.external } : {}),
    ...(film ? { film } : {}),
    people: entry.data.people.map(({ name }) => name),
    info: [
      ...rows([{ label: '组织', items: organizationItems(library, entry.data.organizations) }]),
      ...sharedInfo(library, entry),
    ],
    next,
    related: relations
      .of(entry, film ? 6 : 3)
      .filter((card) => !shown.has(card.href))
      .slice(0, 3),
    ...(submit && submit.path !== entry.path
      ? { submit: { href: href(library, submit.url), text: submit.data.title } }
      : {}),
  }
}

/** Up to three films: what the editor chose, then the others in order. */
function nextFilms(library: Library, entry: EntryOf<'videos'>): VideoCard[] {
  const chosen = entry.data.related.flatMap((path) => {
    const other = entryAt(library, path)
    return other?.collection === 'videos' && isPublished(other) ? other : []
  })
  const all = new Set([...chosen, ...published(library, 'videos')])
  return [...all]
    .filter((other) => other.data.file && other.path !== entry.path)
    .slice(0, 3)
    .map((other) => videoCard(library, other))
}
