import { isPublished } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { meetingForms } from '../meeting/forms.ts'
import type { MeetingPlan } from '../meeting/meeting.ts'
import type { AgendaRow } from '../model/packs.ts'
import { isPackable } from '../study/pack.ts'
import { entryAt } from './links.ts'

/** A ready pack as a meeting that has no identity yet: what the composer starts from. */
export function planOfReadyPack(
  library: Library,
  { path, data }: EntryOf<'packs'>,
): Omit<MeetingPlan, 'id'> {
  const audience = data.audience ?? ''
  return {
    title: data.title,
    forms: meetingForms.filter((form) => audience.includes(form)),
    wanted: data.minutes,
    from: path,
    rows: data.agenda.map((row, index) => ({
      id: index + 1,
      kind: row.kind,
      title: row.title,
      minutes: row.minutes,
      pages: pagesOf(library, path, row),
      ...(row.note ? { note: row.note } : {}),
    })),
  }
}

/** What a row is about; the talk is about the pack's own page, which holds the three questions. */
function pagesOf(library: Library, pack: string, { kind, entries }: AgendaRow): string[] {
  const pages = entries
    .flatMap((path) => entryAt(library, path) ?? [])
    .filter((one) => isPublished(one) && isPackable(one.path))
    .map(({ path }) => path)
  return [...(kind === '讨论' ? [pack] : []), ...new Set(pages)]
}
