import { isPublished } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import type { AgendaRow } from '../model/packs.ts'
import { isPackable, rowKind } from '../study/pack.ts'
import type { Pack, PackItem } from '../study/pack.ts'
import { entryAt } from './links.ts'
import { minutesOf } from './study.ts'

/**
 * A ready pack as the composer takes it: a row for each entry that is studied, a row of its own for
 * everything else. The talk is about the pack's own page, which holds the three questions.
 */
export function packStart(library: Library, entry: EntryOf<'packs'>): Pack {
  const { title, agenda } = entry.data
  return { title, items: agenda.flatMap((row) => itemsOf(library, entry, row)) }
}

function itemsOf(library: Library, pack: Entry, row: AgendaRow): PackItem[] {
  const { kind, title, minutes } = row
  if (kind === '讨论') return [{ kind, page: pack.path, minutes }]
  const studied = row.entries
    .flatMap((path) => entryAt(library, path) ?? [])
    .filter((one) => isPublished(one) && isPackable(one.path))
  if (studied.length === 0) return [{ kind, title, minutes }]
  return shared(studied, row).map(({ page, minutes }) => {
    const item = { page, minutes }
    return rowKind(item) === kind ? item : { ...item, kind }
  })
}

/** The minutes of a row dealt out to its entries: each its own and a like part of what is over. */
function shared(entries: readonly Entry[], row: AgendaRow): { page: string; minutes: number }[] {
  const own = entries.map((entry) => (row.kind === '自测' ? 0 : minutesOf(entry)))
  const over = row.minutes - own.reduce((sum, minutes) => sum + minutes, 0)
  const part = Math.floor(over / entries.length)
  return entries.map((entry, index) => ({
    page: entry.path,
    // What cannot be dealt evenly goes to the first.
    minutes: Math.max(0, (own[index] ?? 0) + part + (index === 0 ? over % entries.length : 0)),
  }))
}
