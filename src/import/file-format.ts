import { advice, lockAdvice } from './file-advice.ts'
import { kindOfFile } from './file-kind.ts'

/** What a file can be imported as; `sheet` is a workbook, `csv` also a table between tabs. */
export type Format = 'word' | 'text' | 'markdown' | 'html' | 'sheet' | 'csv' | 'pdf'

/**
 * What a file is to be read as. Its bytes decide; `extension`, lower-case with its dot, only tells kinds
 * of text apart. For a file that cannot be read, `fault` says why and how to get a usable one, in Chinese.
 */
export function formatOf(
  bytes: Uint8Array,
  extension: string,
  fileName: string,
): { format: Format } | { fault: string } {
  const lock = lockAdvice(fileName)
  if (lock) return { fault: lock }
  const kind = kindOfFile(bytes)
  if (kind === 'docx') return { format: 'word' }
  if (kind === 'pdf') return { format: 'pdf' }
  if (kind === 'xlsx') return { format: 'sheet' }
  // Tags at the head of a text file are its text: the writer named it so.
  if (kind === 'html' && !isNamedAsText(extension)) return { format: 'html' }
  if (kind === 'text' || kind === 'html') return { format: textFormat(extension) }
  return { fault: advice[kind] }
}

const isNamedAsText = (extension: string) => /^\.(txt|md|markdown|csv|tsv)$/.test(extension)

const textFormats: Readonly<Record<string, Format>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
}

function textFormat(extension: string): Format {
  return textFormats[extension] ?? 'text'
}
