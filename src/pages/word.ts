import { wordBlocks } from '../content/word.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { wordFile } from '../formats/word/file.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** Where a page's document lies: beside it, under its name. */
export function wordPath({ url }: EntryOf<'pages'>): string {
  return url.replace(/\.html$/, '.docx')
}

/** The page's own text as a Word file, to be filled in and changed. */
export function wordOf(library: Library, entry: EntryOf<'pages'>): Uint8Array {
  return wordFile({
    title: entry.data.title,
    creator: library.site.name,
    blocks: wordBlocks(entry.body.tokens),
  })
}

/** Where readers fetch a page's document; undefined for a page without one. */
export function wordLink(library: Library, entry: EntryOf<'pages'>): Link | undefined {
  if (!entry.data.word) return undefined
  const text = `${entry.data.short ?? entry.data.title}（Word文件，DOCX）`
  return { href: href(library, wordPath(entry)), text }
}
