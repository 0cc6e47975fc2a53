import type { ReadDocument } from './blocks.ts'
import { readDocx } from './docx/read.ts'
import { draftOf } from './draft.ts'
import type { Draft, DraftOptions } from './draft.ts'
import { readHtml } from './read-html.ts'
import { readText } from './read-text.ts'

/** Bytes a file may have; a Word file with many photographs stays below. */
export const largestFile = 100 * 1024 * 1024

const readers: Record<string, (bytes: Uint8Array) => ReadDocument | { fault: string }> = {
  '.docx': readDocx,
  '.docm': readDocx,
  '.dotx': readDocx,
  '.dotm': readDocx,
  '.txt': readText,
  '.md': readText,
  '.html': readHtml,
  '.htm': readHtml,
}

export const readable = Object.keys(readers)

/**
 * Read a file and make a draft of it. `extension` says what it is; a file that cannot be read is told
 * in one sentence, whatever is wrong with it.
 */
export function importFile(
  bytes: Uint8Array,
  extension: string,
  options: DraftOptions,
): Draft | { fault: string } {
  const read = readers[extension]
  if (!read) {
    const advice =
      extension === '.doc' || extension === '.wps'
        ? '请用 Word 或 WPS 打开，另存为 .docx 再导入。'
        : ''
    return {
      fault: `不认识 ${extension || '没有扩展名的'} 文件，可以导入：${readable.join('、')}。${advice}`,
    }
  }
  if (bytes.length > largestFile) return { fault: '文件超过 100 MB，没有读：请压缩图片后再导入。' }
  const document = read(bytes)
  return 'fault' in document ? document : draftOf(document, options)
}
