import { mediaFile } from './address.ts'
import { readCues } from './captions.ts'
import type { Cue } from './captions.ts'
import type { EntryOf, Library } from './library.ts'

/** What a hosted film's captions or chapters say; nothing for one without. */
export function filmCues(
  library: Pick<Library, 'captions'>,
  entry: EntryOf<'videos'>,
  kind: 'captions' | 'chapters',
): Cue[] {
  const path = entry.data[kind]
  const file = path === undefined ? undefined : library.captions.get(mediaFile(entry, path))
  return file ? readCues(file.text) : []
}
