import * as z from 'zod/mini'
import { keptMeeting } from './meeting.ts'
import type { KeptMeeting } from './meeting.ts'
import { mergeMeetings } from './merge.ts'

/** What an exported list of meetings says it is. */
export const format = 'chaotou-meetings'

type Upgrade = (file: Record<string, unknown>) => Record<string, unknown>

/** From each version to the next, of files and of links alike; a released step is never changed. */
const upgrades: readonly Upgrade[] = []
export const version = upgrades.length + 1

export interface MeetingFile {
  meetings: KeptMeeting[]
  /** Items as they are that this release cannot read. */
  unreadable: unknown[]
}

/** The meetings as a file: sorted, so that the same meetings give the same file. */
export function writeMeetings({ meetings, unreadable }: MeetingFile, exported: string): string {
  const aside = unreadable.length > 0 ? { unreadable } : {}
  const sorted = mergeMeetings(meetings)
  return `${JSON.stringify({ format, version, exported, meetings: sorted, ...aside }, null, 1)}\n`
}

/**
 * Read an exported list, or say in Chinese why it cannot be. Items that are broken or of a later
 * release are set aside, never thrown away; older files are brought up to date first.
 */
export function readMeetings(
  text: string,
  steps: readonly Upgrade[] = upgrades,
): MeetingFile | { fault: string } {
  const file = parse(text)
  if (!file || file.format !== format)
    return { fault: '这不是潮头导出的会议。请选从“支部的一年”导出的.json文件。' }
  const from = file.version
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1)
    return { fault: '这个文件没有写明版本，可能被改动过。请重新导出。' }
  const upgraded = steps.slice(from - 1).reduce((older, upgrade) => upgrade(older), file)
  const { meetings, unreadable } = upgraded
  if (!Array.isArray(meetings)) return { fault: '文件不完整：里面没有会议的清单。请重新导出。' }
  return siftMeetings(meetings, Array.isArray(unreadable) ? unreadable : [])
}

/** Stored or written meetings, those that can be read apart from those that cannot. */
export function siftMeetings(
  found: readonly unknown[],
  unreadable: readonly unknown[] = [],
): MeetingFile {
  const aside: unknown[] = [...unreadable]
  const meetings = found.flatMap((item) => {
    const read = keptMeeting.safeParse(item)
    if (!read.success) aside.push(item)
    return read.success ? [read.data] : []
  })
  return { meetings, unreadable: aside }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return z.record(z.string(), z.unknown()).safeParse(value).data
  } catch {
    return undefined
  }
}
