import { lacksMethods } from '../lacking.ts'
import type { Question } from './protocol.ts'
import workerUrl from './worker.ts?worker&url'

/** The part of Trusted Types in use; the types that come with TypeScript do not have it yet. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

/** What the page asks and hears: a worker, or a port of the same thread. */
export interface Answering extends EventTarget {
  postMessage: (question: Question) => void
  terminate: () => void
}

/** A search engine, and whether its code failed to load, which may happen before anybody listens. */
export interface Engine {
  worker: Answering
  failed: boolean
}

/**
 * Start the search engine: in a worker, where workers can be modules and the language has what the
 * engine uses; elsewhere (Chromium before 92, Safari before 15.4, Firefox before 114, WebViews that
 * forbid workers) on the page's own thread, where the methods it lacks have been added.
 */
export function startEngine(): Engine {
  const worker = (lacksMethods ? undefined : moduleWorker()) ?? onThisThread()
  const engine = { worker, failed: false }
  worker.addEventListener('error', () => (engine.failed = true))
  worker.postMessage({ type: 'warm' })
  return engine
}

/** The content policy asks for trusted script addresses, so one is made that can only be the worker's. */
function moduleWorker(): Worker | undefined {
  let readsType = false
  const options = {
    name: 'search',
    // A browser without module workers does not know this option and never reads it.
    get type() {
      readsType = true
      return 'module' as const
    },
  }
  try {
    const worker = new Worker(trusted(workerUrl), options)
    if (readsType) return worker
    worker.terminate()
  } catch {
    // A WebView that forbids workers.
  }
  return undefined
}

function onThisThread(): Answering {
  const { port1: page, port2: engine } = new MessageChannel()
  Promise.all([import('./answering.ts'), import('./slices.ts')])
    .then(([{ answer }, { slices }]) => {
      answer(engine, slices())
      engine.start()
    })
    .catch(() => page.dispatchEvent(new Event('error')))
  page.start()
  return Object.assign(page, { terminate: () => page.close() })
}

function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const rules = { createScriptURL: () => url }
  return trustedTypes ? trustedTypes.createPolicy('search', rules).createScriptURL(url) : url
}
