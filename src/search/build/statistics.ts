/** A first look over all segments: what there is, before anything is made of it. Build time. */
import { codedFamilies, type CodedFamily } from './gram-rows.ts'
import type { Segments } from './layout.ts'
import type { DocumentHead } from './segment.ts'
import { DocumentFrequencies } from './document-frequencies.ts'
import { wordsIn } from './piece-words.ts'

export interface CollectionStatistics {
  /** Of each segment. */
  heads: DocumentHead[][]
  frequencies: Record<CodedFamily, DocumentFrequencies>
  /** Pieces that have each word. */
  words: Map<string, number>
  postings: Record<CodedFamily, number>
}

export function collectStatistics(segments: Segments): CollectionStatistics {
  const statistics: CollectionStatistics = {
    heads: [],
    frequencies: {
      g: new DocumentFrequencies(),
      u: new DocumentFrequencies(),
      p: new DocumentFrequencies(),
    },
    words: new Map(),
    postings: { g: 0, u: 0, p: 0 },
  }
  for (let index = 0; index < segments.count; index++) {
    const { documents, rows, words } = segments.read(index)
    statistics.heads.push(documents)
    for (const family of codedFamilies) {
      statistics.frequencies[family].add(rows[family])
      statistics.postings[family] += rows[family].codes.length
    }
    for (const joined of words)
      for (const [word] of wordsIn(joined))
        statistics.words.set(word, (statistics.words.get(word) ?? 0) + 1)
  }
  return statistics
}
