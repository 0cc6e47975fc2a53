import { createSearcher } from '../../../src/search/search.ts'
import { manifestName } from '../../../src/search/manifest.ts'
import type { Answer, Question } from './protocol.ts'

/** The search engine, away from the page so that typing never waits for it. */
const searcher = createSearcher({
  async fetchFile(name) {
    // Only the manifest changes under its name.
    const cache = name === manifestName ? 'no-cache' : 'default'
    const response = await fetch(import.meta.env.BASE_URL + name, { cache })
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  },
})
let latest = 0

function answer(message: Answer): void {
  if (message.id === latest) self.postMessage(message)
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if (data.type === 'warm') return searcher.warm()
  const { id, query, options, counts } = data
  latest = id
  answer({ type: 'found', id, result: await searcher.search(query, options) })
  if (counts.length === 0 || id !== latest) return
  const counted = await searcher.search(query, { ...options, counts })
  answer({ type: 'counted', id, counts: counted.counts })
})
