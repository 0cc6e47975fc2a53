import { mediaFile } from '../content/address.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { readFilm } from '../content/mp4.ts'
import { href } from './links.ts'
import { clock } from './time.ts'
import { transcriptOf } from './transcript.ts'
import type { Transcript } from './transcript.ts'

/** A film of the portal's own, as its page shows it. Addresses carry the base. */
export interface Film extends Transcript {
  file: string
  poster: string
  captions?: string
  chapterTrack?: string
  /** The transcript as plain text. */
  text: string
  /** Seconds, and as a clock reads. */
  seconds: number
  length: string
  /** `1.6` */
  megabytes: string
  /** The film 640 pixels wide, for slow lines. */
  small?: FilmFile
  /** The film upright, to send to a phone. */
  upright?: FilmFile
  /** Who reads the film out, as they agreed to be named. */
  narrator?: string
  /** It has a sound track, so that there is something to mute. */
  sound: boolean
}

/** Another file of a film, with its address and size. */
interface FilmFile {
  href: string
  megabytes: string
}

/** The film of an entry; undefined for a programme hosted elsewhere or with a file missing. */
export function filmOf(library: Library, entry: EntryOf<'videos'>): Film | undefined {
  const { file, poster, captions, chapters, duration } = entry.data
  const media = file === undefined ? undefined : library.media.get(mediaFile(entry, file))
  const cover = poster === undefined ? undefined : library.media.get(mediaFile(entry, poster))
  if (!media || !cover || duration === undefined) return undefined
  const track = (path: string | undefined) => {
    const found = path && library.captions.get(mediaFile(entry, path))
    return found ? href(library, found.path.replace(/^content/, '')) : undefined
  }
  const other = (path: string | undefined): FilmFile | undefined => {
    const found = path === undefined ? undefined : library.media.get(mediaFile(entry, path))
    return found && { href: href(library, found.url), megabytes: megabytesOf(found.bytes) }
  }
  const [small, upright] = [other(entry.data.small), other(entry.data.upright)]
  const narrator = library.storyboards.get(entry.slug)?.data.audio?.speaker
  const captioned = track(captions)
  const chaptered = track(chapters)
  return {
    file: href(library, media.url),
    poster: href(library, cover.url),
    ...(captioned ? { captions: captioned } : {}),
    ...(chaptered ? { chapterTrack: chaptered } : {}),
    text: href(library, textPath(entry)),
    seconds: duration,
    length: clock(duration),
    megabytes: megabytesOf(media.bytes),
    ...(small ? { small } : {}),
    ...(upright ? { upright } : {}),
    ...(narrator === undefined ? {} : { narrator }),
    sound: readFilm(media.read, media.bytes)?.sound ?? true,
    ...transcriptOf(library, entry),
  }
}

function megabytesOf(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}

/** Where a film's transcript lies as plain text: `/videos/x.txt`. */
export function textPath({ url }: EntryOf<'videos'>): string {
  return url.replace(/\.html$/, '.txt')
}
