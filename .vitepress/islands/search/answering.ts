import { createSearcher, manifestName } from '../../../src/search/query.ts'
import type { SearchResult, YieldToMain } from '../../../src/search/query.ts'
import type { Answer, Question } from './protocol.ts'

/** What questions come from and answers go to: a worker's global scope, or a port. */
export interface Asker {
  addEventListener: (type: 'message', listen: (event: MessageEvent<Question>) => void) => void
  postMessage: (answer: Answer) => void
}

/** Answer an asker's questions; only the last one asked is answered. `yieldToMain`: see `createSearcher`. */
export function answer(asker: Asker, yieldToMain?: YieldToMain): void {
  const searcher = createSearcher({ fetchFile, yieldToMain })
  let latest = 0
  const send = (message: Answer) => void (message.id === latest && asker.postMessage(message))
  asker.addEventListener('message', async ({ data }) => {
    if (data.type === 'warm') return searcher.warm()
    const { id, query, options, counts } = data
    latest = id
    const found = (result: SearchResult): void => send({ type: 'found', id, result })
    const result = await searcher.search(query, { ...options, onPartial: found })
    found(result)
    if (counts.length === 0 || id !== latest) return
    // Only what exact search found is counted.
    const asked = result.correction?.used ?? query
    const counted = await searcher.search(asked, { ...options, counts, literal: true })
    send({ type: 'counted', id, counts: counted.counts })
  })
}

/** Milliseconds after which a file is given up: what never answers must not hold the rest. */
const patience = 12_000

async function fetchFile(name: string): Promise<Uint8Array> {
  // Only the manifest changes under its name.
  const cache = name === manifestName ? 'no-cache' : 'default'
  const giveUp = new AbortController()
  setTimeout(() => giveUp.abort(), patience)
  const { signal } = giveUp
  const response = await fetch(import.meta.env.BASE_URL + name, { cache, signal })
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
