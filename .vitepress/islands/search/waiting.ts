import { onScopeDispose, ref } from 'vue'

/** After this the reader is shown that something is on its way; before, a flicker would only disturb. */
const slowAfter = 1000
/** After this nothing is expected any more: a dead connection, or a worker that does not answer. */
const lostAfter = 20_000

/** How long an answer has been awaited. */
export function useWaiting(lost: () => void) {
  const active = ref(false)
  const slow = ref(false)
  let timers: ReturnType<typeof setTimeout>[] = []
  const stop = () => {
    timers.forEach(clearTimeout)
    timers = []
    active.value = false
    slow.value = false
  }
  onScopeDispose(stop)
  return {
    active,
    slow,
    stop,
    start() {
      timers.forEach(clearTimeout)
      active.value = true
      timers = [setTimeout(() => (slow.value = true), slowAfter), setTimeout(lost, lostAfter)]
    },
  }
}
