import { mediaFile } from '../../content/address.ts'
import type { Entry, Library } from '../../content/library.ts'
import type { Media } from '../../content/media.ts'
import { readFilm } from '../../content/mp4.ts'
import type { Film } from '../../content/mp4.ts'

/** A recording of somebody who reads an entry, with what its file says. */
export interface Recording {
  entry: Entry
  audio: NonNullable<Entry['data']['audio']>
  media: Media
  /** Absent when the file has no index, or a broken one. */
  sound?: Film
}

/** Every recording whose file is there. */
export function recordings(library: Library): Recording[] {
  return library.entries.flatMap((entry) => {
    const { audio } = entry.data
    const media = audio && library.media.get(mediaFile(entry, audio.file))
    if (!media) return []
    const sound = readFilm(media.read, media.bytes)
    return [{ entry, audio, media, ...(sound ? { sound } : {}) }]
  })
}
