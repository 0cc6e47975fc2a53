/** BM25 over character pairs, the honest rival: everything in memory, every pair of the query read. */
import type { CorpusDocument } from '../corpus.ts'
import { fold } from '../../src/search/query.ts'
import type { BuiltEngine, Engine } from './engine.ts'

/** Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009. */
const saturation = 1.2
const lengthShare = 0.75
/** A title counts as often as this. */
const titleTimes = 3

function* termsOf(text: string): Generator<string> {
  for (const run of fold(text).text.match(/[a-z0-9]+|[^a-z0-9\s]+/gu) ?? []) {
    if (/^[a-z0-9]/u.test(run) || run.length === 1) yield run
    else for (let at = 0; at + 2 <= run.length; at++) yield run.slice(at, at + 2)
  }
}

function countTerms({ title, text }: CorpusDocument): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (term: string, times: number): unknown =>
    counts.set(term, (counts.get(term) ?? 0) + times)
  for (const term of termsOf(title)) add(term, titleTimes)
  for (const term of termsOf(text)) add(term, 1)
  return counts
}

export const bm25: Engine = {
  name: 'BM25',
  async build(documents): Promise<BuiltEngine> {
    const postings = new Map<string, [document: number, count: number][]>()
    const lengths = documents.map((document, at) => {
      let length = 0
      for (const [term, count] of countTerms(document)) {
        const list = postings.get(term)
        if (list) list.push([at, count])
        else postings.set(term, [[at, count]])
        length += count
      }
      return length
    })
    const mean = lengths.reduce((sum, n) => sum + n, 0) / lengths.length
    const rank = (query: string): number[] => {
      const scores = new Map<number, number>()
      for (const term of new Set(termsOf(query))) {
        const list = postings.get(term) ?? []
        const idf = Math.log(1 + (lengths.length - list.length + 0.5) / (list.length + 0.5))
        for (const [at, count] of list) {
          const norm = 1 - lengthShare + (lengthShare * (lengths[at] ?? 0)) / mean
          const gain = (idf * count * (saturation + 1)) / (count + saturation * norm)
          scores.set(at, (scores.get(at) ?? 0) + gain)
        }
      }
      return [...scores].sort(([i, a], [j, b]) => b - a || i - j).map(([at]) => at)
    }
    return {
      indexBytes: 0,
      open: () => ({
        search: async (query, limit) =>
          rank(query)
            .slice(0, limit)
            .flatMap((at) => documents[at]?.id ?? []),
        bytes: () => 0,
      }),
    }
  },
}
