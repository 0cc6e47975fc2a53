/** What a run of Han may have been meant to be: one wrong character, or wrong homophones. Browser-safe. */
import type { Index } from './index-files.ts'
import { bestStrings, pairWeight, type Guess, type NeighboursOf, type Slot } from './lattice.ts'
import type { PinyinTable } from './pinyin.ts'
import { readNeighbours, soundsLike } from './syllables.ts'

export interface Slips {
  /** Sound as typed: far likelier than any other slip, because input methods work by sound. */
  alike: Guess[]
  /** One character is another. */
  strangers: Guess[]
}

/** Longer runs are pasted, not typed. */
const longestRun = 12
const changedCost = -5
const guessesEach = 6

const fixed = (code: number): Slot => new Map([[code, 0]])

/** Pairs of the run that stand nowhere in the index. */
function brokenPairs(codes: number[], neighboursOf: NeighboursOf): number[] {
  return codes.flatMap((code, i) => {
    const next = codes[i + 1]
    return next !== undefined && pairWeight(neighboursOf, code, next) === 0 ? [i] : []
  })
}

/** One place may be any character; the others stand as typed. */
function oneWrong(
  codes: number[],
  sounds: ReadonlyMap<number, number>[],
  neighboursOf: NeighboursOf,
): Slips {
  const broken = brokenPairs(codes, neighboursOf)
  const suspects = codes
    .map((_, at) => at)
    .filter((at) => broken.every((pair) => pair === at || pair === at - 1))
  const guess = (slotAt: (at: number) => Slot): Guess[] =>
    suspects.flatMap((at) => {
      const slots = codes.map((code, i) => (i === at ? slotAt(at) : fixed(code)))
      return bestStrings(slots, neighboursOf, guessesEach)
    })
  return {
    alike: guess((at) => new Map([...(sounds[at] ?? [])].filter(([code]) => code !== codes[at]))),
    strangers: guess(() => ({ any: 0, preferred: new Map() })),
  }
}

function allSounds(
  codes: number[],
  sounds: ReadonlyMap<number, number>[],
  neighboursOf: NeighboursOf,
): Guess[] {
  const slots = codes.map((code, i): Slot => {
    const alike = [...(sounds[i] ?? [])].map(([other, cost]): [number, number] => [
      other,
      other === code ? 0 : cost + changedCost,
    ])
    return new Map([...alike, [code, 0]])
  })
  return bestStrings(slots, neighboursOf, guessesEach)
}

function likeliest(guesses: Guess[], run: string): Guess[] {
  const unique = new Map<string, Guess>()
  for (const guess of [...guesses].sort((a, b) => b.score - a.score))
    if (guess.text !== run && !unique.has(guess.text)) unique.set(guess.text, guess)
  return [...unique.values()]
}

/** Likely spellings of a folded Han run, each list best first, without the run itself. */
export async function findSlips(index: Index, table: PinyinTable, run: string): Promise<Slips> {
  if (run.length < 2 || run.length > longestRun) return { alike: [], strangers: [] }
  const chars = run.split('')
  const codes = chars.map((char) => char.charCodeAt(0))
  const syllables = chars.flatMap((char) => (table.syllablesOf.get(char) ?? []).slice(0, 2))
  const neighboursOf = await readNeighbours(index, table, syllables)
  const sounds = chars.map((char) => soundsLike(table, char))
  const { alike, strangers } = oneWrong(codes, sounds, neighboursOf)
  return {
    alike: likeliest([...alike, ...allSounds(codes, sounds, neighboursOf)], run),
    strangers: likeliest(strangers, run),
  }
}
