import { computed, onMounted, onUnmounted, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { cut, goTo, newRun } from '../../../../src/meeting/deck/run.ts'
import type { Run } from '../../../../src/meeting/deck/run.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import { openWire, showingOf } from './wire.ts'
import type { Message } from './wire.ts'

/** Milliseconds without a word after which the projector counts as gone; it speaks every second. */
const silence = 2600

interface Showing {
  run: Ref<Run>
  now: Ref<number>
  /** Seconds left to think over the question on the screen. */
  left: Ref<number | undefined>
  connected: ComputedRef<boolean>
  go: (to: number) => void
  next: () => void
  toggle: (action: 'blank' | 'dark') => void
  shorten: (row: number, minutes: number) => void
  end: () => void
}

/** A showing as the host's window sees it: the projector's, or its own while there is none. */
export function useShowing(stage: StageData): Showing {
  const run = ref(newRun(stage, false))
  const now = ref(Date.now())
  const left = ref<number>()
  const heardAt = ref(0)
  const connected = computed(() => now.value - heardAt.value < silence)
  const hear = (message: Message) => {
    if (message.say === 'end') return window.close()
    if (message.say !== 'state') return
    run.value = message.run
    left.value = message.left
    heardAt.value = now.value = Date.now()
  }
  const wire = openWire(showingOf(location), () => window.opener as Window | null, hear)
  let timer = 0
  onMounted(() => {
    wire.send({ say: 'hello' })
    timer = window.setInterval(() => {
      now.value = Date.now()
    }, 500)
  })
  onUnmounted(() => {
    window.clearInterval(timer)
    wire.close()
  })
  const go = (to: number) => {
    if (connected.value) wire.send({ say: 'go', to })
    else run.value = goTo(run.value, stage, to, Date.now())
  }
  return {
    ...{ run, now, left, connected, go },
    next: () =>
      connected.value ? wire.send({ say: 'act', action: 'next' }) : go(run.value.at + 1),
    toggle: (action) => {
      if (connected.value) wire.send({ say: 'act', action })
      else run.value = { ...run.value, [action]: !run.value[action] }
    },
    shorten: (row, minutes) => {
      if (connected.value) wire.send({ say: 'cut', row, minutes })
      else run.value = cut(run.value, row, minutes)
    },
    end: () => {
      wire.send({ say: 'end' })
      window.close()
    },
  }
}
