import type { Activity, PagePlace, StudyRecord } from './activity.ts'
import { format, readRecord, version } from './file.ts'
import type { RecordFile } from './file.ts'
import { packText, unpackText } from './packed.ts'

/**
 * Handing a record to another device through addresses that one screen shows as QR codes and the
 * other's camera opens. Each carries a part that is a record of its own, so they may be scanned in
 * any order and more than once.
 */

/** Characters an address may have for its code to be read off a screen: QR version 20 at level L. */
export const mostCharacters = 1100
/** More codes than this nobody wants to scan; a file is better. */
const mostCodes = 12

const prefix = 'record='

/** The fragments of the addresses, or undefined when the record is too large for codes. */
export function handOver(record: StudyRecord): string[] | undefined {
  const items = [
    ...record.activities.map((one) => ({ activities: [one], places: [] })),
    ...record.places.map((one) => ({ activities: [], places: [one] })),
  ]
  const fragments: string[] = []
  let rest = items
  while (rest.length > 0) {
    if (fragments.length === mostCodes) return undefined
    const count = mostThatFit(rest)
    if (count === 0) return undefined
    fragments.push(pack(rest.slice(0, count)))
    rest = rest.slice(count)
  }
  return fragments
}

/** The part of a record in the fragment of an address; undefined when it carries none. */
export function takeOver(fragment: string): RecordFile | { fault: string } | undefined {
  const packed = fragment.replace(/^#/, '')
  if (!packed.startsWith(prefix)) return undefined
  const text = unpackText(packed.slice(prefix.length))
  if (text === undefined) return { fault: '这个二维码里的记录不完整，可能没有扫全。请再扫一次。' }
  return readRecord(text)
}

function mostThatFit(items: readonly StudyRecord[]): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (pack(items.slice(0, middle)).length <= mostCharacters) low = middle
    else high = middle - 1
  }
  return low
}

function pack(items: readonly StudyRecord[]): string {
  const activities: Activity[] = items.flatMap((one) => one.activities)
  const places: PagePlace[] = items.flatMap((one) => one.places)
  const text = JSON.stringify({ format, version, activities, places })
  return prefix + packText(text)
}
