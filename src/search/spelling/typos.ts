/** What a run of Han may have been meant to be: wrong homophones, or one wrong character. Browser-safe. */
import type { IndexReader } from '../exact/index-reader.ts'
import { bestStrings, pairWeight, type Guess, type Neighbours, type Slot } from './lattice.ts'
import type { PinyinTable } from '../format/pinyin-table.ts'
import { tokenize, type Words } from '../coverage/tokenize.ts'
import { readNeighbours, soundsLike } from './pinyin-files.ts'

/** A run of Han that may hold a slip. */
export interface Run {
  text: string
  /** For each place whether it must stay: it is part of a word, or a numeral. */
  locked: boolean[]
}

const numerals = /[零〇一二三四五六七八九十百千万亿两余多几]/u

/** A run whose words and numerals stay as they are. */
export function runOf(text: string, words: Words): Run {
  const locked = text.split('').map((char) => numerals.test(char))
  for (const token of tokenize(text, words))
    if (token.kind === 'word') locked.fill(true, token.from, token.from + token.text.length)
  return { text, locked }
}

/** Longer runs are pasted, not typed. */
const maxRunLength = 12
const changedCost = -5
const guessesOfPlace = 6
/** Syllables followed up for each character. */
const maxSyllables = 2

const fixed = (code: number): Slot => new Map([[code, 0]])
const codesOf = (run: string): number[] => run.split('').map((char) => char.charCodeAt(0))
const isTyped = (run: string): boolean => run.length >= 2 && run.length <= maxRunLength

function syllablesOf(table: PinyinTable, codes: number[]): string[] {
  return codes.flatMap((code) => (table.syllablesOf.get(code) ?? []).slice(0, maxSyllables))
}

/** One syllable of each: every file that has a character lists all its neighbours. */
function ownSyllables(table: PinyinTable, codes: number[]): string[] {
  return codes.flatMap((code) => (table.syllablesOf.get(code) ?? []).slice(0, 1))
}

/** Places that all pairs touch which stand nowhere: one of these must be wrong. */
function suspectPlaces(codes: number[], locked: boolean[], neighbours: Neighbours): number[] {
  const broken = codes.flatMap((code, i) => {
    const next = codes[i + 1]
    return next !== undefined && pairWeight(neighbours, code, next) === 0 ? [i] : []
  })
  return codes.flatMap((_, at) =>
    !locked[at] && broken.every((pair) => pair === at || pair === at - 1) ? [at] : [],
  )
}

/** Strings with one place changed as `slotAt` says. */
function oneChanged(
  codes: number[],
  locked: boolean[],
  neighbours: Neighbours,
  slotAt: (at: number) => Slot,
): Guess[] {
  return suspectPlaces(codes, locked, neighbours).flatMap((at) => {
    const slots = codes.map((code, i) => (i === at ? slotAt(at) : fixed(code)))
    return bestStrings(slots, neighbours, guessesOfPlace)
  })
}

function allSounds(
  codes: number[],
  locked: boolean[],
  sounds: Slot[],
  neighbours: Neighbours,
): Guess[] {
  const slots = codes.map((code, i): Slot => {
    if (locked[i]) return fixed(code)
    const alike = [...(sounds[i] ?? [])].map(([other, cost]): [number, number] => [
      other,
      cost + changedCost,
    ])
    return new Map([...alike, [code, 0]])
  })
  return bestStrings(slots, neighbours, guessesOfPlace)
}

function bestGuesses(guesses: Guess[], run: string): Guess[] {
  const unique = new Map<string, Guess>()
  for (const guess of [...guesses].sort((a, b) => b.score - a.score))
    if (guess.text !== run && !unique.has(guess.text)) unique.set(guess.text, guess)
  return [...unique.values()]
}

interface Homophones {
  /** One character changed. */
  one: Guess[]
  /** Any number. */
  several: Guess[]
}

/**
 * Spellings of a folded Han run that sound as typed, best first: far likelier than any other slip,
 * because input methods work by sound. What stands after each character but the last is enough.
 */
export async function findHomophones(
  index: IndexReader,
  table: PinyinTable,
  { text: run, locked }: Run,
): Promise<Homophones> {
  if (!isTyped(run) || locked.every(Boolean)) return { one: [], several: [] }
  const codes = codesOf(run)
  const after = await readNeighbours(index, table, 'n', syllablesOf(table, codes.slice(0, -1)))
  const neighbours = { after, before: new Map() }
  const sounds = codes.map((code) => soundsLike(table, code))
  const others = (at: number): Slot =>
    new Map([...(sounds[at] ?? [])].filter(([code]) => code !== codes[at]))
  const one = bestGuesses(oneChanged(codes, locked, neighbours, others), run)
  const known = new Set(one.map(({ text }) => text))
  const several = bestGuesses(allSounds(codes, locked, sounds, neighbours), run)
  return { one, several: several.filter(({ text }) => !known.has(text)) }
}

/** Pieces with two neighbours, as a logarithm to base 2. */
const frequency = (neighbours: Neighbours, first: number, second: number): number =>
  pairWeight(neighbours, first, second) / 2

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0)

/**
 * Spellings with one inner character changed to any other that meets both its neighbours, the
 * likelier in that company first; the score is how often each may stand at most, as a logarithm to
 * base 2. A wrong character at an end has one neighbour, which says too little: `wildcards.ts` reads
 * texts for those.
 */
export async function findSubstitutions(
  index: IndexReader,
  table: PinyinTable,
  { text: run, locked }: Run,
): Promise<Guess[]> {
  if (!isTyped(run) || locked.every(Boolean)) return []
  const codes = codesOf(run)
  const [after, before] = await Promise.all([
    readNeighbours(index, table, 'n', ownSyllables(table, codes.slice(0, -1))),
    readNeighbours(index, table, 'm', ownSyllables(table, codes.slice(2))),
  ])
  const neighbours = { after, before }
  const guesses = suspectPlaces(codes, locked, neighbours)
    .filter((at) => at > 0 && at < codes.length - 1)
    .flatMap((at) => {
      const [left = 0, right = 0] = [codes[at - 1], codes[at + 1]]
      return [...(after.get(left)?.keys() ?? [])].map((code) => ({
        text: run.slice(0, at) + String.fromCharCode(code) + run.slice(at + 1),
        counts: [frequency(neighbours, left, code), frequency(neighbours, code, right)],
      }))
    })
    .filter(({ text, counts }) => text !== run && Math.min(...counts) > 0)
    .sort((a, b) => sum(b.counts) - sum(a.counts))
  return guesses.map(({ text, counts }) => ({ text, score: Math.min(...counts) }))
}
