import type { Library } from '../content/library.ts'

/** Every text file that was read: entries, sources, captions and `site.yaml`. */
export function* textsOf(library: Library): Generator<{ file: string; text: string }> {
  for (const { file, text } of library.entries) yield { file, text }
  for (const { file, text } of library.sources.values()) yield { file, text }
  for (const { path, text } of library.captions.values()) yield { file: path, text }
  if (library.siteFile) yield { file: library.siteFile.file, text: library.siteFile.text }
}
