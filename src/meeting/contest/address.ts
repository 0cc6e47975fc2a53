import type { MeetingRow } from '../meeting.ts'
import { isPackable } from '../../study/pack.ts'

/** What a contest is started with: the meeting's name, its lessons, and the minutes planned for it. */
export interface ContestStart {
  title: string
  pages: string[]
  minutes: number
}

const prefix = 'contest='
const limits = { title: 60, pages: 40, minutes: 180 } as const

/** A start as the fragment of an address, which no server sees: `contest=标题~12~admission/the-meeting`. */
export function writeContestAddress({ title, pages, minutes }: ContestStart): string {
  const lessons = lessonsAmong(pages).map((page) => page.slice('/training/'.length))
  const name = encodeURIComponent(title).replaceAll('~', '%7E')
  return `${prefix}${name}~${minutes}~${lessons.join(',')}`
}

/** The start in a fragment; undefined when it carries none that is sound. */
export function readContestAddress(fragment: string): ContestStart | undefined {
  const text = fragment.replace(/^#/, '')
  if (!text.startsWith(prefix)) return undefined
  const [name = '', written = '', list = ''] = text.slice(prefix.length).split('~')
  const pages = list === '' ? [] : list.split(',').map((lesson) => `/training/${lesson}`)
  const [title, minutes] = [decoded(name), Number(written)]
  const isSound =
    title !== undefined && title.length <= limits.title && pages.length <= limits.pages
  if (!isSound || !Number.isInteger(minutes) || minutes < 0 || minutes > limits.minutes)
    return undefined
  return { title, minutes, pages: lessonsAmong(pages) }
}

/** Pages that may have questions: only lessons do. */
export function lessonsAmong(pages: readonly string[]): string[] {
  return pages.filter((page) => page.startsWith('/training/') && isPackable(page))
}

/** Lessons a row is played with: its own, or those of all rows where it has none. */
export function lessonsFor(
  rows: readonly Pick<MeetingRow, 'pages'>[],
  row: Pick<MeetingRow, 'pages'> | undefined,
): string[] {
  const own = lessonsAmong(row?.pages ?? [])
  return own.length > 0 ? own : [...new Set(lessonsAmong(rows.flatMap(({ pages }) => pages)))]
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
