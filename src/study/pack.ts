import { hashText } from '../search/hash.ts'

/** What a branch studies at one meeting: entries in an order, each with minutes. */
export interface Pack {
  title: string
  /** `YYYY-MM-DD`, when a day was set. */
  day?: string
  items: PackItem[]
}

export interface PackItem {
  page: string
  minutes: number
}

export const packLimits = { items: 40, title: 60, minutes: 180, address: 6000 } as const

const folders = ['cases', 'videos', 'people', 'training', 'topics'] as const
const item = /^(cases|videos|people|training|topics)((?:\/[a-z0-9-]{1,80}){1,2}):(\d{1,3})$/

/**
 * A pack as the fragment of an address, which no server ever sees:
 * `1~标题~2026-12-01~cases/hangzhou:10,training/c/l:8~5d3a09c1`, the last part a checksum, so that an
 * address cut short in a chat is told apart from a shorter pack.
 */
export function writePackAddress({ title, day, items }: Pack): string {
  const list = items.map(({ page, minutes }) => `${page.slice(1)}:${minutes}`).join(',')
  const body = ['1', encodeURIComponent(title).replaceAll('~', '%7E'), day ?? '', list].join('~')
  return `pack=${body}~${checksum(body)}`
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
  if (version !== '1') return { fault: '这个链接是较新的版本做的，请刷新页面再试。' }
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
  const [, folder, rest, minutes] = item.exec(text) ?? []
  if (!folder || !rest || (folder !== 'training' && rest.lastIndexOf('/') > 0)) return undefined
  return Number(minutes) <= packLimits.minutes
    ? { page: `/${folder}${rest}`, minutes: Number(minutes) }
    : undefined
}

/** An entry that may stand in a pack. */
export function isPackable(page: string): boolean {
  return (
    folders.some((folder) => page.startsWith(`/${folder}/`)) &&
    readItem(`${page.slice(1)}:1`) !== undefined
  )
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function checksum(text: string): string {
  return hashText(text).toString(16).padStart(8, '0')
}

/** The minutes a pack takes, and at which minute each item starts. */
export function agenda(items: readonly PackItem[]): { total: number; starts: number[] } {
  let total = 0
  const starts = items.map(({ minutes }) => {
    const start = total
    total += minutes
    return start
  })
  return { total, starts }
}
