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

/** The minutes of a row dealt out to its entries: each its own, what is over to the first. */
function shared(entries: readonly Entry[], row: AgendaRow): { page: string; minutes: number }[] {
  if (row.kind === '自测') return dealt(entries, row.minutes, () => 1)
  return dealt(entries, row.minutes, minutesOf)
}

function dealt(entries: readonly Entry[], minutes: number, own: (entry: Entry) => number) {
  const rest = entries.slice(1).reduce((sum, entry) => sum + own(entry), 0)
  return entries.map((entry, index) => ({
    page: entry.path,
    minutes: index === 0 ? Math.max(0, minutes - rest) : own(entry),
  }))
}
