/** Which of its weekdays in the month a day is; the fifth, which not every month has, is the last: -1. */
export function weekOfMonth(day: string): number {
  const week = Math.ceil(Number(day.slice(8)) / 7)
  return week === 5 ? -1 : week
}

/** `第一个星期五`, `最后一个星期五`. */
export function weekdayOfMonth(day: string): string {
  const week = weekOfMonth(day)
  const weekday = '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return `${week < 0 ? '最后一' : `第${'零一二三四'[week] ?? ''}`}个星期${weekday}`
}

/** A moment as the time of day by this device's clock: `15:04`. */
export function timeOfDay(moment: number): string {
  const date = new Date(moment)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** A moment as the day by this device's clock: `2026-12-04`. */
export function dayOf(moment: number): string {
  const date = new Date(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
