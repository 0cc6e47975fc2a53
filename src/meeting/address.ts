import { checksum } from '../formats/checksum.ts'
import { packText, unpackText } from '../study/packed.ts'
import { readPackAddress } from '../study/pack.ts'
import { siftMeetings, version } from './file.ts'
import { planOfPack } from './from-pack.ts'
import { isRemoved } from './meeting.ts'
import type { Meeting, MeetingPlan, MeetingRow } from './meeting.ts'

/** Characters an address may have to be a meeting's; more comes from no release. */
const mostCharacters = 12_000
const prefix = 'meeting='
/** A moment for what a link carries, which has none: any change made on a device comes after it. */
const noMoment = '1970-01-01T00:00:00.000Z'

/** What is planned of a meeting, without anything that was written down at it. */
export function planOf(meeting: Meeting): MeetingPlan {
  const { id, title, forms, day, start, wanted, from } = meeting
  return {
    id,
    title,
    forms,
    wanted,
    ...(day === undefined ? {} : { day }),
    ...(start === undefined ? {} : { start }),
    ...(from === undefined ? {} : { from }),
    rows: meeting.rows.map(plannedRow),
  }
}

function plannedRow(row: MeetingRow): MeetingRow {
  const { id, kind, title, minutes, pages, host, questions, quiz, contest, note } = row
  return {
    ...{ id, kind, title, minutes, pages },
    ...(host === undefined ? {} : { host }),
    ...(questions === undefined ? {} : { questions }),
    ...(quiz === undefined ? {} : { quiz }),
    ...(contest === undefined ? {} : { contest }),
    ...(note === undefined ? {} : { note }),
  }
}

/**
 * The plan as the fragment of an address, which no server ever sees; the last part is a checksum, so
 * that one cut short in a chat is told.
 */
export function writeMeetingAddress(meeting: Meeting): string {
  const packed = packText(JSON.stringify({ version, ...planOf(meeting) }))
  return `${prefix}${packed}.${checksum(packed)}`
}

/**
 * The plan in a fragment: of a meeting, or of a study pack of earlier releases (`pack=`, `start=`),
 * which has no identity and takes the one given. Undefined when it carries none, a fault in Chinese
 * when it is no sound one.
 */
export function readMeetingAddress(
  fragment: string,
  newId: () => string,
): MeetingPlan | { fault: string } | undefined {
  const text = fragment.replace(/^#/, '')
  if (text.startsWith(prefix)) return readPlan(text)
  const pack = readPackAddress(text.replace(/^start=/, 'pack='))
  return pack && !('fault' in pack) ? planOfPack(pack, newId()) : pack
}

function readPlan(text: string): MeetingPlan | { fault: string } {
  const [packed = '', sum] = text.slice(prefix.length, mostCharacters).split('.')
  const unpacked = sum === checksum(packed) ? unpackText(packed) : undefined
  if (unpacked === undefined)
    return { fault: '这个链接不完整，可能在转发时被截断或改动了。请让发的人再发一次。' }
  const value = parsed(unpacked)
  if (Number(value.version) > version)
    return { fault: '这个链接是较新的版本做的，请刷新页面再试。' }
  const [plan] = siftMeetings([{ ...value, at: noMoment }]).meetings
  return plan && !isRemoved(plan) ? planOf(plan) : { fault: '这个链接里有看不懂的内容，没有打开。' }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
