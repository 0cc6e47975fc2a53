/** MiniSearch as VitePress 2 configures it for local search: one index, fetched whole. */
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import MiniSearch from 'minisearch'
import type { BuiltEngine, Engine } from './engine.ts'

/** Brotli's quality 11 takes minutes on tens of megabytes; 9 is within a few percent. */
const compress = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

const options = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
}

export const minisearch: Engine = {
  name: 'MiniSearch',
  async build(documents): Promise<BuiltEngine> {
    const building = new MiniSearch(options)
    for (const { id, title, text } of documents) building.add({ id, title, titles: [], text })
    const json = JSON.stringify(building)
    const library = readFileSync(fileURLToPath(import.meta.resolve('minisearch')))
    const total = compress(Buffer.from(json)) + compress(library)
    const index = MiniSearch.loadJSON(json, options)
    return {
      indexBytes: json.length,
      open: () => ({
        search: async (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map(({ id }) => String(id)),
        bytes: () => total,
      }),
    }
  },
}
