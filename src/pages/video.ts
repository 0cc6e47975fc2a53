import type { EntryOf, Library } from '../content/library.ts'
import { articleOf, organizationItems, rows, sharedInfo } from './article.ts'
import type { Article, InfoRow } from './article.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import type { Card, Relations } from './related.ts'
import { mediaFile } from './render-body.ts'

export interface VideoCard {
  href: string
  title: string
  short: string
  seed: string
  /** `02:06` for a film of the portal's own. */
  length?: string
  kind: string
  tags: Record<string, string[]>
}

export interface Film {
  file: string
  poster: string
  captions?: string
  chapters?: string
  length: string
  megabytes: string
}

export interface VideoView extends Article {
  crumbs: Link[]
  short: string
  summary: string
  programme?: string
  seed: string
  external?: { url: string; label: string }
  film?: Film
  info: InfoRow[]
  related: Card[]
}

export function videoCard(library: Library, entry: EntryOf<'videos'>): VideoCard {
  return {
    href: href(library, entry.url),
    title: entry.data.title,
    short: entry.data.short ?? entry.data.title,
    seed: entry.slug,
    ...(entry.data.duration ? { length: clock(entry.data.duration) } : {}),
    kind: entry.data.file ? '讲解' : `节目 · ${entry.data.programme ?? '站外'}`,
    tags: {},
  }
}

export function videoView(
  library: Library,
  entry: EntryOf<'videos'>,
  relations: Relations,
): VideoView {
  const film = filmOf(library, entry)
  return {
    ...articleOf(library, entry),
    crumbs: [{ href: href(library, '/videos/index.html'), text: '视频' }],
    short: entry.data.short ?? entry.data.title,
    summary: entry.data.summary,
    seed: entry.slug,
    ...(entry.data.programme ? { programme: entry.data.programme } : {}),
    ...(entry.data.external ? { external: entry.data.external } : {}),
    ...(film ? { film } : {}),
    info: [
      ...rows([{ label: '组织', items: organizationItems(library, entry.data.organizations) }]),
      ...sharedInfo(library, entry),
    ],
    related: relations.of(entry),
  }
}

function filmOf(library: Library, entry: EntryOf<'videos'>): Film | undefined {
  const { file, poster, captions, chapters, duration } = entry.data
  const media = file === undefined ? undefined : library.media.get(mediaFile(entry, file))
  const cover = poster === undefined ? undefined : library.media.get(mediaFile(entry, poster))
  if (!media || !cover || duration === undefined) return undefined
  const track = (path: string | undefined) =>
    path === undefined ? undefined : library.captions.get(mediaFile(entry, path))
  const captioned = track(captions)
  const chaptered = track(chapters)
  return {
    file: href(library, media.url),
    poster: href(library, cover.url),
    ...(captioned ? { captions: href(library, captioned.path.replace(/^content/, '')) } : {}),
    ...(chaptered ? { chapters: href(library, chaptered.path.replace(/^content/, '')) } : {}),
    length: clock(duration),
    megabytes: (media.bytes / 1024 / 1024).toFixed(1),
  }
}

/** Seconds as a clock reads: 126 → 02:06. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
