/** What a run of Han may have been meant to be: one wrong character, or wrong homophones. Browser-safe. */
import type { Index } from './index-files.ts'
import { bestStrings, pairWeight, type Guess, type NeighboursOf, type Slot } from './lattice.ts'
import type { PinyinTable } from './pinyin.ts'
import { readNeighbours, soundsLike } from './syllables.ts'

export interface Slip extends Guess {
  /** Sounds as typed: far likelier than any other slip, because input methods work by sound. */
  homophone: boolean
}

/** Longer runs are pasted, not typed. */
const longestRun = 12
const strangerCost = -6
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
): Slip[] {
  const broken = brokenPairs(codes, neighboursOf)
  return codes.flatMap((code, at) => {
    if (broken.some((pair) => pair !== at && pair !== at - 1)) return []
    const preferred = new Map([...(sounds[at] ?? [])].filter(([other]) => other !== code))
    const alike: Slot[] = codes.map((c, i) => (i === at ? preferred : fixed(c)))
    const any: Slot[] = codes.map((c, i) =>
      i === at ? { any: strangerCost, preferred: new Map() } : fixed(c),
    )
    return [
      ...bestStrings(alike, neighboursOf, guessesEach).map((g) => ({ ...g, homophone: true })),
      ...bestStrings(any, neighboursOf, guessesEach).map((g) => ({ ...g, homophone: false })),
    ]
  })
}

function allSounds(
  codes: number[],
  sounds: ReadonlyMap<number, number>[],
  neighboursOf: NeighboursOf,
): Slip[] {
  const slots = codes.map((code, i): Slot => {
    const alike = [...(sounds[i] ?? [])].map(([other, cost]): [number, number] => [
      other,
      other === code ? 0 : cost + changedCost,
    ])
    return new Map([...alike, [code, 0]])
  })
  return bestStrings(slots, neighboursOf, guessesEach).map((g) => ({ ...g, homophone: true }))
}

/** Likely spellings of a folded Han run, homophones first, none twice and not the run itself. */
export async function findSlips(index: Index, table: PinyinTable, run: string): Promise<Slip[]> {
  if (run.length < 2 || run.length > longestRun) return []
  const chars = run.split('')
  const codes = chars.map((char) => char.charCodeAt(0))
  const syllables = chars.flatMap((char) => (table.syllablesOf.get(char) ?? []).slice(0, 2))
  const neighboursOf = await readNeighbours(index, table, syllables)
  const sounds = chars.map((char) => soundsLike(table, char))
  const slips = [
    ...oneWrong(codes, sounds, neighboursOf),
    ...allSounds(codes, sounds, neighboursOf),
  ].sort((a, b) => Number(b.homophone) - Number(a.homophone) || b.score - a.score)
  const unique = new Map<string, Slip>()
  for (const slip of slips)
    if (slip.text !== run && !unique.has(slip.text)) unique.set(slip.text, slip)
  return [...unique.values()]
}
