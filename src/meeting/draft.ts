import { pageIn, rowKind } from '../study/pack.ts'
import type { Pack, PackItem } from '../study/pack.ts'
import { meetingLimits, nextRowId } from './meeting.ts'
import type { Meeting, MeetingRow } from './meeting.ts'

/** A meeting as the draft that pages of entries add to: every page of its rows, once. */
export function draftOf({ title, day, rows }: Meeting): Pack {
  const pages = new Map<string, PackItem>()
  for (const row of rows)
    for (const page of row.pages)
      if (!pages.has(page)) pages.set(page, { page, kind: row.kind, minutes: row.minutes })
  return { title, ...(day === undefined ? {} : { day }), items: [...pages.values()] }
}

/** The rows after pages were added to the draft or taken from it on the entries' own pages. */
export function rowsAfterDraft(rows: readonly MeetingRow[], { items }: Pack): MeetingRow[] {
  const wanted = new Set(items.flatMap((item) => pageIn(item) ?? []))
  const left = rows.flatMap((row) => {
    const pages = row.pages.filter((page) => wanted.has(page))
    return pages.length > 0 || row.pages.length === 0 ? [{ ...row, pages }] : []
  })
  const known = new Set(left.flatMap(({ pages }) => pages))
  for (const item of items) {
    const page = pageIn(item)
    if (page === undefined || known.has(page) || left.length >= meetingLimits.rows) continue
    left.push({
      ...{ id: nextRowId(left), kind: rowKind(item), title: '', minutes: item.minutes },
      pages: [page],
    })
  }
  return left
}
