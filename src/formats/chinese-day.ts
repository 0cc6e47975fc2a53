/** `2026-12-04` as `2026年12月4日`; empty for what is no day. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? `${year}年${month}月${date}日` : ''
}

/** Without its year: `12月4日`. */
export function monthAndDate(day: string): string {
  return chineseDay(day).replace(/^\d+年/, '')
}
