import type { Ask } from '../src/overview/links.ts'

/** Ask over the network, waiting so many milliseconds for an answer. */
export function askOverNetwork(patience: number): Ask {
  return async (url) => {
    const signal = AbortSignal.timeout(patience)
    const { status, headers, body } = await fetch(url, { redirect: 'manual', signal })
    // Only the head is wanted.
    await body?.cancel()
    const location = headers.get('location')
    return { status, ...(location ? { location } : {}) }
  }
}
