import { mediaFile } from '../../content/address.ts'
import { readCaptions } from '../../content/captions.ts'
import type { Captions } from '../../content/captions.ts'
import type { Entry, Library } from '../../content/library.ts'

/** A WebVTT file, read, and what it belongs to: a film, or the recording of a text, whose sentences it times. */
interface Track extends Captions {
  file: string
  kind: 'captions' | 'chapters' | 'sentences'
  entry?: Entry
  /** Seconds of the film or the recording. */
  duration?: number | undefined
}

/** Every WebVTT file of the portal; one that nothing names counts as captions. */
export function tracks(library: Library): Track[] {
  const owners = new Map<string, Pick<Track, 'kind' | 'entry' | 'duration'>>()
  for (const entry of library.entries) {
    const { audio } = entry.data
    if (audio?.captions)
      owners.set(mediaFile(entry, audio.captions), {
        ...{ kind: 'sentences', entry, duration: audio.duration },
      })
    if (entry.collection !== 'videos') continue
    const { captions, chapters, duration } = entry.data
    if (captions) owners.set(mediaFile(entry, captions), { kind: 'captions', entry, duration })
    if (chapters) owners.set(mediaFile(entry, chapters), { kind: 'chapters', entry, duration })
  }
  return Array.from(library.captions.values(), ({ path, text }) => {
    const owner = owners.get(path) ?? { kind: 'captions' }
    const kind = owner.kind === 'chapters' ? 'chapters' : 'captions'
    return { file: path, ...owner, ...readCaptions(text, kind) }
  })
}

/** Seconds as they stand in a WebVTT file: 75.5 → 01:15.500. */
export function stamp(seconds: number): string {
  const whole = Math.floor(seconds / 60)
  return `${String(whole).padStart(2, '0')}:${(seconds - whole * 60).toFixed(3).padStart(6, '0')}`
}
