import { published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { rowHints } from './meeting-rules.ts'
import type { RowHint } from './meeting-rules.ts'
import { packsOfYear, whenOf } from './packs.ts'
import { homeOf } from './study.ts'

/** Something a meeting can be made from: its page in the portal, without base and ending. */
interface Beginning {
  page: string
  text: string
}

/** What the page where a branch plans its meeting is given. */
export interface AgendaView {
  base: string
  home: string
  name: string
  topics: Beginning[]
  /** Meetings made ready, with the month they are for. */
  packs: (Beginning & { month?: number; when: string })[]
  hints: RowHint[]
}

export function agendaView(library: Library): AgendaView {
  return {
    base: library.site.base,
    home: homeOf(library),
    name: library.site.name,
    topics: published(library, 'topics').map(({ path, data }) => ({
      page: path,
      text: data.title,
    })),
    packs: packsOfYear(library).map(({ path, data }) => ({
      page: path,
      text: data.title,
      when: whenOf(data),
      ...(data.month === undefined ? {} : { month: data.month }),
    })),
    hints: rowHints(library),
  }
}
