import { writeMeetingAddress } from '../../../../src/meeting/address.ts'
import type { Meeting } from '../../../../src/meeting/meeting.ts'
import { saveFile } from '../../study/save-file.ts'

/** Longer addresses than this, calendars cut or refuse. */
const longestAddress = 1500

/** Let the browser save meetings as one calendar; the library comes when it is asked for. */
export async function writeCalendarOf(
  list: readonly Meeting[],
  base: string,
  name: string,
): Promise<void> {
  const { writeCalendar } = await import('../../../../src/meeting/calendar.ts')
  const room = new URL(`${base}pack.html`, location.href).href
  const text = writeCalendar(list, {
    stamp: new Date(),
    // Titles of pages are not fetched here: a row without words of its own is its kind.
    titleOf: ({ title }) => title,
    addressOf: (one) => {
      const address = `${room}#${writeMeetingAddress(one)}`
      return address.length <= longestAddress ? address : undefined
    },
  })
  saveFile(name, text, 'text/calendar')
}
