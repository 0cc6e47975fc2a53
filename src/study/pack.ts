import { checksum } from '../formats/checksum.ts'
import { agendaKinds } from '../model/agenda.ts'
import type { AgendaKind } from '../model/agenda.ts'

/** What a branch does at one meeting: rows in an order, each with minutes. */
export interface Pack {
  title: string
  /** `YYYY-MM-DD`, when a day was set. */
  day?: string
  items: PackItem[]
}

/** A page that is read, watched or talked about; or a row of its own, such as 签到. */
export type PackItem = PageItem | RowItem

export interface PageItem {
  page: string
  minutes: number
  /** What is done with it, when that is not what its kind of page is for. */
  kind?: AgendaKind
}

interface RowItem {
  kind: AgendaKind
  title: string
  minutes: number
}

export const packLimits = { items: 40, title: 60, minutes: 180, address: 6000 } as const

const folders = ['cases', 'videos', 'people', 'training', 'topics', 'packs', 'charts'] as const
const pageItem =
  /^(?:(\d)\.)?(cases|videos|people|training|topics|packs|charts)((?:\/[a-z0-9-]{1,80}){1,2}):(\d{1,3})$/
const rowItem = /^(\d)!([^,~:]{1,600}):(\d{1,3})$/

/**
 * A pack as the fragment of an address, which no server ever sees:
 * `1~标题~2026-12-01~cases/hangzhou:10,training/c/l:8~5d3a09c1`, the last part a checksum, so that an
 * address cut short in a chat is told apart from a shorter pack. One with kinds is of version 2:
 * `0!签到:3,3.packs/july:16`.
 */
export function writePackAddress({ title, day, items }: Pack): string {
  const version = items.some(({ kind }) => kind !== undefined) ? '2' : '1'
  const body = [version, encoded(title), day ?? '', items.map(writeItem).join(',')].join('~')
  return `pack=${body}~${checksum(body)}`
}

function writeItem(item: PackItem): string {
  const { kind, minutes } = item
  const number = kind === undefined ? '' : String(agendaKinds.indexOf(kind))
  if ('title' in item) return `${number}!${encoded(item.title)}:${minutes}`
  return `${number && `${number}.`}${item.page.slice(1)}:${minutes}`
}

/** The pack in a fragment; undefined when it carries none, a fault in Chinese when it is no sound one. */
export function readPackAddress(fragment: string): Pack | { fault: string } | undefined {
  const text = fragment.replace(/^#/, '')
  if (!text.startsWith('pack=')) return undefined
  if (text.length > packLimits.address) return { fault: '这个链接太长，不是学习包的链接。' }
  const written = text.slice('pack='.length)
  const end = written.lastIndexOf('~')
  const body = written.slice(0, Math.max(0, end))
  if (checksum(body) !== written.slice(end + 1))
    return { fault: '这个链接不完整，可能在转发时被截断或改动了。请让发的人再发一次。' }
  const [version, title = '', day = '', list = ''] = body.split('~')
  if (version !== '1' && version !== '2')
    return { fault: '这个链接是较新的版本做的，请刷新页面再试。' }
  return readParts(title, day, list) ?? { fault: '这个链接里有看不懂的内容，没有打开。' }
}

function readParts(title: string, day: string, list: string): Pack | undefined {
  const items = list === '' ? [] : list.split(',').map(readItem)
  const known = items.filter((one) => one !== undefined)
  const words = decode(title)
  if (words === undefined || words.length > packLimits.title || known.length < items.length)
    return undefined
  if (items.length > packLimits.items || (day !== '' && !/^\d{4}-\d\d-\d\d$/.test(day)))
    return undefined
  return { title: words, ...(day ? { day } : {}), items: known }
}

function readItem(text: string): PackItem | undefined {
  return readPage(text) ?? readRow(text)
}

function readPage(text: string): PageItem | undefined {
  const [, number, folder, rest, written] = pageItem.exec(text) ?? []
  if (!folder || !rest || (folder !== 'training' && rest.lastIndexOf('/') > 0)) return undefined
  const [kind, minutes] = [number === undefined ? undefined : kindAt(number), Number(written)]
  if (minutes > packLimits.minutes || (number !== undefined && !kind)) return undefined
  return { page: `/${folder}${rest}`, minutes, ...(kind ? { kind } : {}) }
}

function readRow(text: string): RowItem | undefined {
  const [, number = '', words = '', written] = rowItem.exec(text) ?? []
  const [kind, title, minutes] = [kindAt(number), decode(words), Number(written)]
  if (!kind || !title || title.length > packLimits.title || minutes > packLimits.minutes)
    return undefined
  return { kind, title, minutes }
}

function kindAt(number: string): AgendaKind | undefined {
  return number === '' ? undefined : agendaKinds[Number(number)]
}

/** A page that may stand in a pack. */
export function isPackable(page: string): boolean {
  return (
    folders.some((folder) => page.startsWith(`/${folder}/`)) &&
    readPage(`${page.slice(1)}:1`) !== undefined
  )
}

/** A row as storage or an address holds it, whoever wrote it there. */
export function isPackItem(value: unknown): value is PackItem {
  if (typeof value !== 'object' || value === null) return false
  const { page, minutes, kind, title } = value as Partial<Record<string, unknown>>
  if (!Number.isInteger(minutes)) return false
  const isKind = agendaKinds.some((one) => one === kind)
  if (typeof page === 'string') return isPackable(page) && (kind === undefined || isKind)
  return isKind && typeof title === 'string' && title !== '' && title.length <= packLimits.title
}

/** The page a row is about, if it is about one. */
export function pageIn(item: PackItem): string | undefined {
  return 'page' in item ? item.page : undefined
}

/** What is done in a row: said of it, or what its page is for. */
export function rowKind(item: PackItem): AgendaKind {
  if (item.kind) return item.kind
  return 'page' in item && item.page.startsWith('/videos/') ? '观看' : '学习'
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('~', '%7E')
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The minutes a pack takes, and at which minute each item starts. */
export function agenda(items: readonly Pick<PackItem, 'minutes'>[]): {
  total: number
  starts: number[]
} {
  let total = 0
  const starts = items.map(({ minutes }) => {
    const start = total
    total += minutes
    return start
  })
  return { total, starts }
}

/** A minute of a meeting as a clock that starts at its beginning: `0:03`. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
