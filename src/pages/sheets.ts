import type { Template } from './page.ts'

/** The sheets that pages are styled by. `all` is the whole of the styles; each other is the part of it its pages use. */
export const sheetNames = ['home', 'list', 'case', 'lesson', 'video', 'all'] as const
export type SheetName = (typeof sheetNames)[number]

/** What readers open most, most of them on a phone, has a sheet of its own. */
const own: { [Name in Template]?: SheetName } = {
  home: 'home',
  list: 'list',
  case: 'case',
  lesson: 'lesson',
  video: 'video',
}

/** Sheets of the pages that readers go on to from the pages of one: fetched when those are at rest. */
export const nextSheets: Record<SheetName, readonly SheetName[]> = {
  home: ['list', 'case'],
  list: ['case'],
  case: ['list'],
  lesson: [],
  video: [],
  all: [],
}

/** The sheet of a page, by the kind of page it is. */
export function sheetOf(template: Template): SheetName {
  return own[template] ?? 'all'
}
