/** A first look over all segments: what there is, before anything is made of it. Build time. */
import { codedFamilies, type CodedFamily } from './gram-rows.ts'
import type { Segments } from './places.ts'
import type { DocumentHead } from './segment.ts'
import { Tally } from './tally.ts'
import { wordsIn } from './words.ts'

export interface Survey {
  /** Of each segment. */
  heads: DocumentHead[][]
  tallies: Record<CodedFamily, Tally>
  /** Pieces that have each word. */
  words: Map<string, number>
  postings: Record<CodedFamily, number>
}

export function surveyOf(segments: Segments): Survey {
  const survey: Survey = {
    heads: [],
    tallies: { g: new Tally(), u: new Tally(), p: new Tally() },
    words: new Map(),
    postings: { g: 0, u: 0, p: 0 },
  }
  for (let index = 0; index < segments.count; index++) {
    const { documents, rows, words } = segments.read(index)
    survey.heads.push(documents)
    for (const family of codedFamilies) {
      survey.tallies[family].add(rows[family])
      survey.postings[family] += rows[family].codes.length
    }
    for (const joined of words)
      for (const [word] of wordsIn(joined))
        survey.words.set(word, (survey.words.get(word) ?? 0) + 1)
  }
  return survey
}
