/** A countdown that can be paused: what is left when it last stopped, and since when it runs again. */
export interface Countdown {
  left: number
  /** In milliseconds, by the clock that `now` is read from; undefined while it stands. */
  since?: number
}

export const started = (seconds: number, now: number): Countdown => ({ left: seconds, since: now })

/** Whole seconds left, as they are shown: a second is over when it has passed. */
export function secondsLeft({ left, since }: Countdown, now: number): number {
  const gone = since === undefined ? 0 : Math.max(0, now - since) / 1000
  return Math.max(0, Math.ceil(left - gone))
}

export function paused(countdown: Countdown, now: number): Countdown {
  if (countdown.since === undefined) return countdown
  return { left: Math.max(0, countdown.left - (now - countdown.since) / 1000) }
}

export function resumed(countdown: Countdown, now: number): Countdown {
  return countdown.since === undefined ? { ...countdown, since: now } : countdown
}

/** What is spoken when a second begins: a timer that speaks every second drowns the question. */
export function timeWords(seconds: number): string {
  return seconds === 10 ? '还有10秒' : seconds === 0 ? '时间到' : ''
}
