import { mediaFile } from '../../content/address.ts'
import { readCaptions } from '../../content/captions.ts'
import type { Captions } from '../../content/captions.ts'
import type { EntryOf, Library } from '../../content/library.ts'

/** A WebVTT file, read, and the film it belongs to. */
interface Track extends Captions {
  file: string
  kind: 'captions' | 'chapters'
  video?: EntryOf<'videos'>
}

/** Every WebVTT file of the portal; one that no film names counts as captions. */
export function tracks(library: Library): Track[] {
  const owners = new Map<string, Pick<Track, 'kind' | 'video'>>()
  for (const video of library.entries) {
    if (video.collection !== 'videos') continue
    const { captions, chapters } = video.data
    if (captions) owners.set(mediaFile(video, captions), { kind: 'captions', video })
    if (chapters) owners.set(mediaFile(video, chapters), { kind: 'chapters', video })
  }
  return Array.from(library.captions.values(), ({ path, text }) => {
    const owner = owners.get(path) ?? { kind: 'captions' }
    return { file: path, ...owner, ...readCaptions(text, owner.kind) }
  })
}

/** Seconds as they stand in a WebVTT file: 75.5 → 01:15.500. */
export function stamp(seconds: number): string {
  const whole = Math.floor(seconds / 60)
  return `${String(whole).padStart(2, '0')}:${(seconds - whole * 60).toFixed(3).padStart(6, '0')}`
}
