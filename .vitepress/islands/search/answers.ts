import { onScopeDispose, ref, shallowRef } from 'vue'
import type { SearchResult } from '../../../src/search/query.ts'
import { createClient, type Asked, type Listener } from './client.ts'
import { startEngine, type Engine } from './engine.ts'
import { useWaiting } from './waiting.ts'

/** What the engine answers to the last question, and how it is about the engine itself. */
export function useAnswers(engine: Engine) {
  const result = shallowRef<SearchResult>()
  const counts = shallowRef<SearchResult['counts']>({})
  /** The engine did not load, or does not answer. */
  const broken = ref(false)
  /** Nobody needs to know of an engine that failed while nothing was asked: it is replaced. */
  let dead = false
  const waiting = useWaiting(() => {
    waiting.stop()
    // What exact search found stays, with a word that there may be more.
    if (result.value?.more) result.value = { ...result.value, more: false, degraded: true }
    else broken.value = true
  })
  const finish = () => waiting.stop()
  const listener: Listener = {
    found(answer) {
      broken.value = false
      if (!answer.more) finish()
      // Hits are shown while more is looked for; without any the last answer stays.
      const { hits, near } = answer
      if (!answer.more || hits.length > 0 || near.hits.length > 0) result.value = answer
    },
    counted: (answer) => (counts.value = answer),
    failed() {
      dead = true
      broken.value = waiting.active.value
      finish()
    },
  }
  const client = createClient(engine, listener, startEngine)
  return {
    result,
    counts,
    broken,
    slow: waiting.slow,
    pending: waiting.active,
    ask(question: Asked) {
      if (dead || broken.value) client.restart()
      dead = false
      broken.value = false
      waiting.start()
      client.ask(question)
    },
    forget() {
      client.forget()
      finish()
      result.value = undefined
      counts.value = {}
    },
  }
}

/** Whether the device has a network; `returned` is called when it has one again. */
export function useOnline(returned: () => void) {
  const online = ref(navigator.onLine)
  const update = () => {
    online.value = navigator.onLine
    if (online.value) returned()
  }
  for (const type of ['online', 'offline']) window.addEventListener(type, update)
  onScopeDispose(() => {
    for (const type of ['online', 'offline']) window.removeEventListener(type, update)
  })
  return online
}
