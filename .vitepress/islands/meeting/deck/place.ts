/** Where a slide stands in its deck, as its foot says it. */
export interface SlidePlace {
  where: string
  page: number
  of: number
  /** Minutes to the end as planned. */
  left: number
  /** Share of the meeting that is over, from 0 to 1. */
  gone: number
}

/** What each kind of slide is called by screen readers. */
export const kindNames = {
  title: '题目',
  agenda: '议程',
  key: '要点',
  list: '几点',
  figure: '数字',
  chart: '图表',
  table: '对照表',
  quote: '引文',
  film: '短片',
  question: '问题',
  answer: '答案和理由',
  closing: '结束',
} as const

/** Seconds as a clock of minutes reads: `4:36`, `0:09`. */
export function minuteClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
