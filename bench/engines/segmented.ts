/** MiniSearch over the words of Intl.Segmenter, all of them and then any: what a careful site would do. */
import MiniSearch from 'minisearch'
import { fold } from '../../src/search/query.ts'
import type { BuiltEngine, Engine } from './engine.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const tokenize = (text: string): string[] =>
  Array.from(segmenter.segment(fold(text).text), ({ segment }) => segment).filter((word) =>
    word.trim(),
  )

export const segmented: Engine = {
  name: 'MiniSearch + Intl.Segmenter',
  async build(documents): Promise<BuiltEngine> {
    const index = new MiniSearch({ fields: ['title', 'text'], tokenize })
    for (const { id, title, text } of documents) index.add({ id, title, text })
    const find = (query: string, combineWith: 'AND' | 'OR'): string[] =>
      index
        .search(query, { combineWith, boost: { title: 4 }, prefix: true })
        .map(({ id }) => String(id))
    return {
      indexBytes: 0,
      open: () => ({
        search: async (query, limit) =>
          [...new Set([...find(query, 'AND'), ...find(query, 'OR')])].slice(0, limit),
        bytes: () => 0,
      }),
    }
  },
}
