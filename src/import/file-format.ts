import { advice, lockAdvice } from './file-advice.ts'
import { kindOfFile } from './file-kind.ts'

/** What the readers read. */
export type Format = 'word' | 'text' | 'markdown' | 'html' | 'sheet' | 'csv' | 'pdf'

/**
 * What a file is to be read as. Its bytes decide; its ending only tells kinds of text apart. What cannot
 * be read is told in one sentence, with how to get a usable file.
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
  if (kind === 'xlsx' || kind === 'xls') return { format: 'sheet' }
  if (kind === 'html' && !isPlain(extension)) return { format: 'html' }
  if (kind === 'text' || kind === 'html') return { format: textFormat(extension) }
  return { fault: advice[kind] }
}

const isPlain = (extension: string) => /^\.(txt|md|markdown|csv|tsv)$/.test(extension)

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
