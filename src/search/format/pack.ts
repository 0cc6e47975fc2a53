/** The title pack: every entry's title and names, for suggestions when nothing matches. Browser-safe. */

export interface PackRow {
  path: string
  title: string
  kind: string
  kindLabel: string
  date: string
  /** Names and topics, parted by blanks. */
  tags: string
  /** Syllables of the title, parted by blanks. */
  pinyin: string
  note?: string
}

/** File: JSON, a row of strings for each entry in the order of the interface, without a note that is not there. */
export function encodePack(rows: PackRow[]): Uint8Array {
  const table = rows.map((row) => [
    row.path,
    row.title,
    row.kind,
    row.kindLabel,
    row.date,
    row.tags,
    row.pinyin,
    ...(row.note ? [row.note] : []),
  ])
  return new TextEncoder().encode(JSON.stringify(table))
}

/** Throws SyntaxError on damaged bytes. */
export function decodePack(bytes: Uint8Array): PackRow[] {
  const table: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!Array.isArray(table)) throw new SyntaxError('not a title pack')
  return table.map((row: unknown) => {
    const cells = Array.isArray(row) ? row.map(String) : []
    const [path = '', title = '', kind = '', kindLabel = '', date = '', tags = '', pinyin = ''] =
      cells
    const note = cells[7]
    return { path, title, kind, kindLabel, date, tags, pinyin, ...(note ? { note } : {}) }
  })
}
