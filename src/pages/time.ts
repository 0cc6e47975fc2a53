/** Seconds as a clock reads: 126 → 02:06. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
