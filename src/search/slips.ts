/** What a run of Han may have been meant to be: wrong homophones, or one wrong character. Browser-safe. */
import type { Index } from './index-files.ts'
import { bestStrings, pairWeight, type Guess, type Neighbours, type Slot } from './lattice.ts'
import type { PinyinTable } from './pinyin-table.ts'
import { readNeighbours, soundsLike } from './syllables.ts'

/** Longer runs are pasted, not typed. */
const longestRun = 12
const changedCost = -5
const guessesEach = 6
/** Syllables followed up for each character. */
const mostReadings = 2

const fixed = (code: number): Slot => new Map([[code, 0]])
const codesOf = (run: string): number[] => run.split('').map((char) => char.charCodeAt(0))
const isTyped = (run: string): boolean => run.length >= 2 && run.length <= longestRun

function syllablesOf(table: PinyinTable, codes: number[]): string[] {
  return codes.flatMap((code) => (table.syllablesOf.get(code) ?? []).slice(0, mostReadings))
}

/** Strings with one place changed as `slotAt` says, where all broken pairs touch that place. */
function oneChanged(
  codes: number[],
  neighbours: Neighbours,
  slotAt: (at: number) => Slot,
): Guess[] {
  const broken = codes.flatMap((code, i) => {
    const next = codes[i + 1]
    return next !== undefined && pairWeight(neighbours, code, next) === 0 ? [i] : []
  })
  return codes.flatMap((_, at) => {
    if (broken.some((pair) => pair !== at && pair !== at - 1)) return []
    const slots = codes.map((code, i) => (i === at ? slotAt(at) : fixed(code)))
    return bestStrings(slots, neighbours, guessesEach)
  })
}

function allSounds(codes: number[], sounds: Slot[], neighbours: Neighbours): Guess[] {
  const slots = codes.map((code, i): Slot => {
    const alike = [...(sounds[i] ?? [])].map(([other, cost]): [number, number] => [
      other,
      cost + changedCost,
    ])
    return new Map([...alike, [code, 0]])
  })
  return bestStrings(slots, neighbours, guessesEach)
}

function likeliest(guesses: Guess[], run: string): Guess[] {
  const unique = new Map<string, Guess>()
  for (const guess of [...guesses].sort((a, b) => b.score - a.score))
    if (guess.text !== run && !unique.has(guess.text)) unique.set(guess.text, guess)
  return [...unique.values()]
}

/**
 * Spellings of a folded Han run that sound as typed, best first: far likelier than any other slip,
 * because input methods work by sound. What stands after each character but the last is enough.
 */
export async function findHomophones(
  index: Index,
  table: PinyinTable,
  run: string,
): Promise<Guess[]> {
  if (!isTyped(run)) return []
  const codes = codesOf(run)
  const after = await readNeighbours(index, table, 'n', syllablesOf(table, codes.slice(0, -1)))
  const neighbours = { after, before: new Map() }
  const sounds = codes.map((code) => soundsLike(table, code))
  const others = (at: number): Slot =>
    new Map([...(sounds[at] ?? [])].filter(([code]) => code !== codes[at]))
  const one = oneChanged(codes, neighbours, others)
  return likeliest([...one, ...allSounds(codes, sounds, neighbours)], run)
}

/** Spellings with one character changed to any other that meets both its neighbours, best first. */
export async function findStrangers(
  index: Index,
  table: PinyinTable,
  run: string,
): Promise<Guess[]> {
  if (!isTyped(run)) return []
  const codes = codesOf(run)
  const [after, before] = await Promise.all([
    readNeighbours(index, table, 'n', syllablesOf(table, codes.slice(0, -1))),
    readNeighbours(index, table, 'm', syllablesOf(table, codes.slice(1))),
  ])
  const slotAt = (at: number): Slot => {
    const candidates = at > 0 ? after.get(codes[at - 1] ?? 0) : before.get(codes[1] ?? 0)
    return new Map([...(candidates?.keys() ?? [])].map((code) => [code, 0]))
  }
  return likeliest(oneChanged(codes, { after, before }, slotAt), run)
}
