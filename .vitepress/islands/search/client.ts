import type { Answering, Engine } from './engine.ts'
import type { Answer, Question } from './protocol.ts'

export type Asked = Omit<Extract<Question, { type: 'search' }>, 'type' | 'id'>

interface SearchClient {
  /** Ask; every question before this one is forgotten. */
  ask: (question: Asked) => void
  /** Forget what was asked. */
  forget: () => void
  /** Put a new worker in place of one that did not load or no longer answers. */
  restart: () => void
}

export interface Listener {
  found: (answer: Extract<Answer, { type: 'found' }>['result']) => void
  counted: (answer: Extract<Answer, { type: 'counted' }>['counts']) => void
  /** The worker's code did not load. */
  failed: () => void
}

/** The page's side of the protocol; stale answers never reach the listener. */
export function createClient(first: Engine, listener: Listener, start: () => Engine): SearchClient {
  let id = 0
  let worker = watched(first)

  function watched(engine: Engine): Answering {
    const { worker: started } = engine
    started.addEventListener('message', (event) => {
      // Only answers are sent here.
      const { data } = event as MessageEvent<Answer>
      if (data.id !== id) return
      if (data.type === 'found') listener.found(data.result)
      else listener.counted(data.counts)
    })
    started.addEventListener('error', () => listener.failed())
    if (engine.failed) listener.failed()
    return started
  }
  const post = (question: Question): void => worker.postMessage(question)
  return {
    ask: (asked) => post({ type: 'search', id: (id += 1), ...asked }),
    forget: () => void (id += 1),
    restart() {
      worker.terminate()
      worker = watched(start())
    },
  }
}
