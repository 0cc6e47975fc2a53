import * as z from 'zod/mini'
import { activity, place } from './activity.ts'
import type { StudyRecord } from './activity.ts'
import { tidy } from './merge.ts'

/** What an exported record says it is. */
export const format = 'chaotou-study'

type Upgrade = (file: Record<string, unknown>) => Record<string, unknown>

/** From each version of the file to the next; a released step is never changed. */
const upgrades: readonly Upgrade[] = []
export const version = upgrades.length + 1

export interface RecordFile {
  record: StudyRecord
  /** Items as they are that this release cannot read. */
  unreadable: unknown[]
}

/** The record as a file: sorted and tidied, so that the same record gives the same file. */
export function writeRecord({ record, unreadable }: RecordFile, exported: string): string {
  const { activities, places } = tidy(record)
  const kept = unreadable.length > 0 ? { unreadable } : {}
  return `${JSON.stringify({ format, version, exported, activities, places, ...kept }, null, 1)}\n`
}

/**
 * Read an exported record, or say in Chinese why it cannot be. Items that are broken or of a later
 * release are set aside, never thrown away; older files are brought up to date first.
 */
export function readRecord(
  text: string,
  steps: readonly Upgrade[] = upgrades,
): RecordFile | { fault: string } {
  const file = parse(text)
  if (!file || file.format !== format)
    return { fault: '这不是潮头导出的学习记录。请选从“我的学习”导出的.json文件。' }
  const from = file.version
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1)
    return { fault: '这个文件没有写明版本，可能被改动过。请重新导出。' }
  const upgraded = steps.slice(from - 1).reduce((older, upgrade) => upgrade(older), file)
  const { activities, places, unreadable } = upgraded
  if (!Array.isArray(activities) || !Array.isArray(places))
    return { fault: '文件不完整：里面没有学习记录的清单。请重新导出。' }
  return sift(activities, places, Array.isArray(unreadable) ? unreadable : [])
}

/** Stored or written items, those that can be read apart from those that cannot. */
export function sift(
  activities: readonly unknown[],
  places: readonly unknown[],
  unreadable: readonly unknown[] = [],
): RecordFile {
  const aside: unknown[] = [...unreadable]
  const readable = <T>(schema: z.ZodMiniType<T>, items: readonly unknown[]): T[] =>
    items.flatMap((item) => {
      const read = schema.safeParse(item)
      if (!read.success) aside.push(item)
      return read.success ? [read.data] : []
    })
  const record = { activities: readable(activity, activities), places: readable(place, places) }
  return { record, unreadable: aside }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return z.record(z.string(), z.unknown()).safeParse(value).data
  } catch {
    return undefined
  }
}
