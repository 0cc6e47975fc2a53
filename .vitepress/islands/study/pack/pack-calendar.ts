import { newId, now } from '../../storage/identity.ts'
import { writeCalendarOf } from '../../meeting/year/calendar-file.ts'
import type { ReadyPack } from './ready.ts'

/** Let the browser save a ready pack as a date with its agenda, and say what came of it. */
export async function saveCalendar(
  { plan, site }: ReadyPack,
  day: string,
  start: string,
): Promise<string> {
  const meeting = { ...plan, id: newId(), at: now(), day, ...(start ? { start } : {}) }
  await writeCalendarOf([meeting], site.base, `chaotou-meeting-${day}.ics`)
  return '已经交给浏览器保存，用日历打开它。'
}
