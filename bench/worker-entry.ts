/** A worker as thin as the portal's, to measure what its code weighs. */
import { createSearcher } from '../src/search/query.ts'

const { search } = createSearcher({
  async fetchFile(name) {
    const response = await fetch(new URL(`../${name}`, import.meta.url))
    if (!response.ok) throw new Error(String(response.status))
    return new Uint8Array(await response.arrayBuffer())
  },
})

self.addEventListener('message', async ({ data }) => {
  self.postMessage({ id: data.id, result: await search(data.query, data.options) })
})
