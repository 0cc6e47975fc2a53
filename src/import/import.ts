import type { ReadDocument } from './blocks.ts'
import { readDocx } from './docx/read.ts'
import { draftOf } from './draft.ts'
import type { Draft, DraftOptions } from './draft.ts'
import { formatOf } from './file-format.ts'
import type { Format } from './file-format.ts'
import { readHtml } from './html/read.ts'
import { drawViews } from './picture-views.ts'
import type { PictureCodecs } from './picture-views.ts'
import type { ReadContext } from './read-context.ts'
import { readMarkdown } from './md/read.ts'
import { readText } from './read-text.ts'
import { readCsv } from './sheet/csv.ts'
import { sheetDraft } from './sheet/draft.ts'
import type { SheetForm } from './sheet/draft.ts'
import { readWorkbook } from './sheet/workbook.ts'

/** Bytes a file may have; a Word file with many photographs stays below. */
export const largestFile = 100 * 1024 * 1024

type Read = ReadDocument | { fault: string }

/** What becomes blocks; sheets become facts and tables. */
const readers: Record<
  Exclude<Format, 'sheet' | 'csv'>,
  (bytes: Uint8Array, context: ReadContext) => Read | Promise<Read>
> = {
  word: readDocx,
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  pdf: async (bytes) => (await import('./pdf/read.ts')).readPdf(bytes),
}

interface ImportFileOptions extends DraftOptions, ReadContext {
  /** What a sheet is made into. */
  as?: SheetForm
  /** Path of the draft that a sheet is added to. */
  into?: string
  /** Draw pictures as their document shows them; without, such pictures are refused. */
  codecs?: PictureCodecs
}

const onlySheets =
  '--into 只往草稿里加表格。Word、网页和文字先导入成自己的草稿；照片用 npm run picture -- 照片 --into 文件名，片子用 npm run film -- 片子 --into 文件名。'

/** Endings of files that can be imported, for messages: what a file is, its content says. */
export const readable = [
  '.docx',
  '.docm',
  '.dotx',
  '.dotm',
  '.txt',
  '.md',
  '.html',
  '.htm',
  '.pdf',
  '.xlsx',
  '.csv',
]

/**
 * Read a file and make a draft of it. What it is, its bytes say, whatever its name ends in; a file that
 * cannot be read is told in one sentence, whatever is wrong with it.
 */
export async function importFile(
  bytes: Uint8Array,
  extension: string,
  options: ImportFileOptions,
): Promise<Draft | { fault: string }> {
  if (bytes.length > largestFile) return { fault: '文件超过 100 MB，没有读：请压缩图片后再导入。' }
  const format = formatOf(bytes, extension, options.fileName)
  if ('fault' in format) return format
  if (format.format === 'sheet' || format.format === 'csv') {
    const isCsv = format.format === 'csv'
    const workbook = isCsv ? readCsv(bytes, options.fileName) : await readWorkbook(bytes)
    return 'fault' in workbook ? workbook : sheetDraft(workbook, options)
  }
  if (options.into !== undefined) return { fault: onlySheets }
  const document = await readers[format.format](bytes, options)
  if ('fault' in document) return document
  return draftOf(
    { ...document, pictures: await drawViews(document.pictures, options.codecs) },
    options,
  )
}
