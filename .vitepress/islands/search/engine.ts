import type { Question } from './protocol.ts'
import workerUrl from './worker.ts?worker&url'

/** The part of Trusted Types in use; the types that come with TypeScript do not have it yet. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

/** A search worker, and whether its code failed to load, which may happen before anybody listens. */
export interface Engine {
  worker: Worker
  failed: boolean
}

/**
 * Start the search worker; undefined where workers cannot be modules. The content policy asks for
 * trusted script addresses, so one is made that can only be the worker's.
 */
export function startEngine(): Engine | undefined {
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
    if (readsType) return started(worker)
    worker.terminate()
  } catch {
    // A WebView that forbids workers.
  }
  return undefined
}

function started(worker: Worker): Engine {
  const engine = { worker, failed: false }
  worker.addEventListener('error', () => (engine.failed = true))
  worker.postMessage({ type: 'warm' } satisfies Question)
  return engine
}

function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const rules = { createScriptURL: () => url }
  return trustedTypes ? trustedTypes.createPolicy('search', rules).createScriptURL(url) : url
}
