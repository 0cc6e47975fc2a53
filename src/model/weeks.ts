const day = 86_400_000
/** A Monday from which weeks are counted. */
const first = Date.UTC(2024, 0, 1)

/** The week a date is in: its Monday, and its number counted from the first week of 2024. */
export function weekOf(date: string): { monday: string; number: number } {
  const number = Math.floor((Date.parse(date) - first) / (7 * day))
  return { monday: isoDay(first + number * 7 * day), number }
}

/** A number of days after a date, or before it. */
export function dayAfter(date: string, days: number): string {
  return isoDay(Date.parse(date) + days * day)
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
