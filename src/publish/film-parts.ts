import { mediaFile } from '../content/address.ts'
import { cueText } from '../content/captions.ts'
import { filmCues } from '../content/film-cues.ts'
import { toldOf } from '../content/film-told.ts'
import type { EntryOf, Library } from '../content/library.ts'

/** How a page's address inside the portal (`/videos/x.html`) reads in public. */
type PublicAddress = (path: string) => string

interface Clip {
  '@type': 'Clip'
  name: string
  /** Whole seconds. */
  startOffset: number
  endOffset: number
  url: string
}

/**
 * What schema.org's VideoObject says of a hosted film beside its file: the transcript, and a clip a
 * chapter, each with its address. Source: https://schema.org/VideoObject.
 */
export function filmParts(
  library: Library,
  entry: EntryOf<'videos'>,
  at: PublicAddress,
): { transcript: string; hasPart: Clip[] } {
  const page = at(entry.url)
  return {
    transcript: toldOf(library, entry)
      .map(({ text }) => text)
      .join('\n'),
    hasPart: filmCues(library, entry, 'chapters').map((cue) => ({
      '@type': 'Clip',
      name: cueText(cue),
      startOffset: Math.floor(cue.start),
      endOffset: Math.ceil(cue.end),
      url: `${page}?t=${Math.floor(cue.start)}`,
    })),
  }
}

/** What a feed says of a film beside its item; undefined for a programme hosted elsewhere. */
export function filmEnclosure(
  library: Library,
  entry: EntryOf<'videos'>,
  at: PublicAddress,
): { url: string; type: string; length: number } | undefined {
  const { file } = entry.data
  const media = file && library.media.get(mediaFile(entry, file))
  return media ? { url: at(media.url), type: media.type, length: media.bytes } : undefined
}
