import { detectDelimiter, parseCsv } from 'hucre/csv'
import { readLetters } from '../encoding.ts'
import { trimmed } from './grid.ts'
import type { GridCell, Workbook } from './grid.ts'

/** Letters that are read: a table of a page has a few thousand. */
const longest = 5_000_000

/** Read a table of text, in the encoding it has, parted by commas, semicolons, tabs or bars. */
export function readCsv(bytes: Uint8Array, name: string): Workbook | { fault: string } {
  const read = readLetters(bytes)
  if ('fault' in read) return read
  const { text, findings } = read
  if (text.length > longest) return { fault: '表格太长，没有读：请只留要用的行，再导入。' }
  const delimiter = detectDelimiter(text)
  const rows = parseCsv(text, { delimiter }).map((row) =>
    row.map((value) => cellOf(String(value ?? ''))),
  )
  return { grids: [trimmed({ name, rows, covered: new Map() })], findings }
}

function cellOf(written: string): GridCell {
  // Excel writes ="007" so that a number keeps its zeros; a tab keeps long ones as text.
  const text = written
    .replace(/^="(.*)"$/, '$1')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const isNumber = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/.test(text) && !/^0\d/.test(text)
  return { text, ...(isNumber ? { isNumber: true } : {}) }
}
