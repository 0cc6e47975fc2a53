import { textAt, withReader } from '../../src/content/files.ts'
import type { MediaFile, PortalFiles, TextFile } from '../../src/content/files.ts'
import { LateText } from '../../src/content/late-text.ts'
import type { TextPlace } from '../../src/content/late-text.ts'

/** A text as it is sent to a thread: where it is on the disk, or itself where it is on none. */
export type SentText = TextPlace | TextFile

/** A portal's files as plain data: what is on the disk is read there again by whoever needs it. */
export interface SentFiles extends Omit<PortalFiles, 'entries' | 'seeds' | 'media'> {
  entries: SentText[]
  seeds: SentText[]
  media: Omit<MediaFile, 'read'>[]
}

export function sent(files: PortalFiles): SentFiles {
  return {
    ...files,
    entries: files.entries.map(sentText),
    seeds: files.seeds.map(sentText),
    media: files.media.map(({ path, absolute, bytes, head }) => ({ path, absolute, bytes, head })),
  }
}

export function received(files: SentFiles): PortalFiles {
  return {
    ...files,
    entries: files.entries.map(receivedText),
    seeds: files.seeds.map(receivedText),
    media: files.media.map(withReader),
  }
}

export function sentText(file: TextFile): SentText {
  return file instanceof LateText ? file.place : file
}

export function receivedText(file: SentText): TextFile {
  return 'absolute' in file ? textAt(file) : file
}
