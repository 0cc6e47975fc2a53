import { mediaFile } from '../content/address.ts'
import { createHash } from 'node:crypto'
import { extensionOf } from '../content/file-rules.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'

/** A document to take along, with what a reader wants to know before fetching it. */
export interface Attachment {
  href: string
  title: string
  /** `PDF`, `Word（DOCX）`… */
  type: string
  size: string
  /** SHA-256 of the file, in hexadecimal. */
  checksum: string
  /** The page that says the same. */
  alternative?: Link
}

const types: Readonly<Record<string, string>> = {
  '.pdf': 'PDF',
  '.docx': 'Word（DOCX）',
  '.pptx': '幻灯片（PPTX）',
}

export function attachmentsOf(
  library: Library,
  entry: EntryOf<'courses'> | EntryOf<'lessons'>,
): Attachment[] {
  return entry.data.attachments.flatMap(({ title, file, alternative }) => {
    const media = library.media.get(mediaFile(entry, file))
    if (!media) return []
    const page = alternative === undefined ? undefined : entryAt(library, alternative)
    return {
      href: href(library, media.url),
      title,
      type: types[extensionOf(file)] ?? '',
      size: sizeOf(media.bytes),
      checksum: createHash('sha256').update(media.read(0, media.bytes)).digest('hex'),
      ...(page ? { alternative: { href: href(library, page.url), text: page.data.title } } : {}),
    }
  })
}

/** Bytes as readers know them: 812 → 1KB, 2,516,582 → 2.4MB. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`
}
