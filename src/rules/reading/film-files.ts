import type { EntryOf, Library } from '../../content/library.ts'
import type { Media } from '../../content/media.ts'
import { readFilm } from '../../content/mp4.ts'
import type { Film } from '../../content/mp4.ts'
import { mediaFile } from '../../content/address.ts'

/** A film of the portal's own: its file, what the file says, and the entries that show it. */
interface ShownFilm {
  media: Media
  /** Absent when the file has no index, or a broken one. */
  film?: Film
  shownBy: EntryOf<'videos'>[]
}

/** Every MP4 of the portal, read. */
export function films(library: Library): ShownFilm[] {
  const showing = new Map<string, EntryOf<'videos'>[]>()
  for (const entry of library.entries) {
    if (entry.collection !== 'videos') continue
    for (const path of [entry.data.file, entry.data.small, entry.data.upright]) {
      if (path === undefined) continue
      const file = mediaFile(entry, path)
      showing.set(file, [...(showing.get(file) ?? []), entry])
    }
  }
  return Array.from(library.media.values())
    .filter(({ type }) => type === 'video/mp4')
    .map((media) => ({
      media,
      film: readFilm(media.read, media.bytes),
      shownBy: showing.get(media.path) ?? [],
    }))
}
