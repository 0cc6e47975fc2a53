/** A date as read in Chinese: 2021-09-13 → 2021年9月13日, 2021-09 → 2021年9月, 2021 → 2021年. */
export function chineseDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** Seconds as a clock reads: 126 → 02:06. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
