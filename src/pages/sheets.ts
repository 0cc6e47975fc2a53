import type { Template } from './page.ts'

/** Sheets that pages open with: every one, the front page and texts besides. */
export const openingNames = ['opening', 'front', 'text'] as const
export type OpeningName = (typeof openingNames)[number]

/**
 * The sheets of all that follows. `all` is the whole of the styles but those of an opening; each other is the
 * part of it its pages use.
 */
export const sheetNames = [
  'home',
  'list',
  'case',
  'lesson',
  'video',
  'person',
  'topic',
  'register',
  'all',
] as const
export type SheetName = (typeof sheetNames)[number]

/** What readers open most, most of them on a phone, has a sheet of its own. */
const own: { [Name in Template]?: SheetName } = {
  home: 'home',
  list: 'list',
  case: 'case',
  lesson: 'lesson',
  video: 'video',
  person: 'person',
  topic: 'topic',
  register: 'register',
}

/** Sheets of the pages that readers go on to from the pages of one: fetched when those are at rest. */
export const nextSheets: Record<SheetName, readonly SheetName[]> = {
  home: ['list', 'case'],
  list: ['case'],
  case: ['list'],
  lesson: [],
  video: [],
  person: [],
  topic: ['case'],
  register: [],
  all: [],
}

/** The sheet of a page, by the kind of page it is. */
export function sheetOf(template: Template): SheetName {
  return own[template] ?? 'all'
}

/** The sheets that nothing of a page is shown without. */
export function openingsOf(sheet: SheetName): readonly OpeningName[] {
  if (sheet === 'home') return ['opening', 'front']
  return sheet === 'list' ? ['opening'] : ['opening', 'text']
}
