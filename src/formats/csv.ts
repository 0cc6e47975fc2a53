export type Cell = string | number | boolean | null | undefined

/**
 * A table as spreadsheets open it: UTF-8 with its mark, lines that end in CR LF, quoted where needed.
 * Source: RFC 4180.
 */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are none. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
