import type { Library } from '../../../content/library.ts'
import { phraseFinder } from './near-phrase.ts'
import type { PhraseFinder } from './near-phrase.ts'
import { leaderNames, setPhrases } from './set-phrases.ts'
import type { SetPhrase } from './set-phrases.ts'

/** The set phrases of every portal and of this one, ready to search for. */
interface PhraseList {
  /** The right wording of each known slip. */
  slips: ReadonlyMap<string, string>
  slipPattern: RegExp
  finder: PhraseFinder | undefined
  /** Wordings that are right though a phrase is one letter away. */
  besides: ReadonlySet<string>
}

export function phraseList({ site }: Library): PhraseList {
  const own = site.terms.filter(({ fixed }) => fixed).map(({ use }) => ({ use }))
  const phrases = [...setPhrases, ...own]
  const slips = slipsOf(setPhrases)
  return {
    slips,
    slipPattern: alternatives([...slips.keys()]),
    finder: phraseFinder(phrases.map(({ use }) => use)),
    besides: new Set(setPhrases.flatMap((phrase) => phrase.besides ?? [])),
  }
}

const names = slipsOf(leaderNames)

/** Names of leaders by their slips. */
export const leaderList = { names, pattern: alternatives([...names.keys()], '') }

function slipsOf(phrases: readonly SetPhrase[]): Map<string, string> {
  return new Map(phrases.flatMap(({ use, slips = [] }) => slips.map((slip) => [slip, use])))
}

function alternatives(wordings: readonly string[], flags = 'g'): RegExp {
  const longestFirst = [...wordings].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(longestFirst.join('|'), flags)
}
