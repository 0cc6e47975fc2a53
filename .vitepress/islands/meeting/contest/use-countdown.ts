import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import {
  paused,
  resumed,
  secondsLeft,
  started,
  timeWords,
} from '../../../../src/meeting/contest/countdown.ts'
import type { Countdown } from '../../../../src/meeting/contest/countdown.ts'

/** Seconds that run down on the screen; `spoke` is told what is to be spoken of them. */
export function useCountdown(spoke: (words: string) => void) {
  const countdown = shallowRef<Countdown>({ left: 0 })
  const at = ref(0)
  const seconds = computed(() => secondsLeft(countdown.value, at.value))
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    const before = seconds.value
    at.value = performance.now()
    if (seconds.value === before) return
    const words = timeWords(seconds.value)
    if (words) spoke(words)
    if (seconds.value === 0) pause()
  }
  function run(next: Countdown): void {
    clearInterval(timer)
    at.value = performance.now()
    countdown.value = next
    if (next.since !== undefined) timer = setInterval(tick, 200)
  }
  function pause(): void {
    run(paused(countdown.value, performance.now()))
  }
  onBeforeUnmount(() => clearInterval(timer))
  return {
    seconds,
    runs: computed(() => countdown.value.since !== undefined),
    start: (from: number) => run(started(from, performance.now())),
    pause,
    resume: () => run(resumed(countdown.value, performance.now())),
  }
}
