import { textAt, withReader } from '../../src/content/files.ts'
import type { MediaFile, PortalFiles, TextFile } from '../../src/content/files.ts'
import { LateText } from '../../src/content/late-text.ts'
import type { TextPlace } from '../../src/content/late-text.ts'

/** A text as it is sent to a thread: where it is on the disk, or itself where it is on none. */
export type SerializedText = TextPlace | TextFile

/** A portal's files as plain data: what is on the disk is read there again by whoever needs it. */
export interface SerializedFiles extends Omit<
  PortalFiles,
  'entries' | 'seeds' | 'media' | 'collected'
> {
  entries: SerializedText[]
  seeds: SerializedText[]
  media: Omit<MediaFile, 'read'>[]
  collected?: SerializedText[]
}

export function serializeFiles(files: PortalFiles): SerializedFiles {
  return {
    ...files,
    entries: files.entries.map(serializeText),
    seeds: files.seeds.map(serializeText),
    collected: files.collected?.map(serializeText),
    media: files.media.map(({ path, absolute, bytes, head }) => ({ path, absolute, bytes, head })),
  }
}

export function deserializeFiles(files: SerializedFiles): PortalFiles {
  return {
    ...files,
    entries: files.entries.map(deserializeText),
    seeds: files.seeds.map(deserializeText),
    collected: files.collected?.map(deserializeText),
    media: files.media.map(withReader),
  }
}

export function serializeText(file: TextFile): SerializedText {
  return file instanceof LateText ? file.place : file
}

export function deserializeText(file: SerializedText): TextFile {
  return 'absolute' in file ? textAt(file) : file
}
