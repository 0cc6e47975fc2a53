type Value = string | number | boolean | null | undefined

/** A table as spreadsheets open it: UTF-8 with its mark, quoted where needed. Source: RFC 4180. */
export function csv<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  // Every column of the exported rows holds a plain value.
  const lines = rows.map((row) => columns.map((name) => cell(row[name] as Value)).join(','))
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value: Value): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
