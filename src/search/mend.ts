/**
 * Mending: what the reader probably meant when nothing was found. Browser-safe.
 *
 * Letters are read as pinyin, then as initials, also where they stand among Han; Han as a slip of
 * the input method, then as one wrong character. Only terms that stand nowhere are touched, and of
 * those never a numeral or a word of the vocabulary: another number or word is another question.
 */
import { searchExact, type ExactOptions, type ExactResult } from './exact.ts'
import { isHan } from './fold.ts'
import type { Index } from './index-files.ts'
import { matchTerm } from './plan.ts'
import type { PinyinTable } from './pinyin-table.ts'
import type { Term } from './query.ts'
import { stringsAround } from './around.ts'
import { findHomophones, findStrangers, runOf, type Run } from './slips.ts'
import type { Words } from './soft/cut.ts'
import { spellInitials, spellMixed, spellPinyin } from './spellings.ts'
import { byWeight, existing, weigh, type Spelling } from './standing.ts'
import { readPinyinTable } from './syllables.ts'

export interface Mended {
  /** The terms of each spelling whose results are shown, the likeliest first. */
  spellings: Term[][]
  exact: ExactResult
}

const termOf = (run: string): Term => ({ phrases: [{ runs: [run] }] })
/** A spelling may be several terms, with blanks between. */
const termsOf = (spelling: string): Term[] => spelling.split(' ').map(termOf)
const textOf = (term: Term): string => term.phrases[0]?.runs.join('') ?? ''
const isLetters = (run: string): boolean => /^[a-zü]+$/u.test(run)
const isMixed = (run: string): boolean => /[a-zü]{2}/u.test(run) && /[^a-z0-9ü]/u.test(run)
const isHanRun = (run: string): boolean =>
  run !== '' && run.split('').every((c) => isHan(c.charCodeAt(0)))

/** Adjacent terms of letters are one spelling with blanks in it: wang luo gong yi. */
function joinLetters(terms: Term[]): Term[] {
  const joined: Term[] = []
  for (const term of terms) {
    const last = joined.at(-1)
    if (last && isLetters(textOf(last)) && isLetters(textOf(term)))
      joined[joined.length - 1] = termOf(textOf(last) + textOf(term))
    else joined.push(term)
  }
  return joined
}

/** Guesses looked up of each kind: a shard or two for each. */
const mostHomophones = 4
const mostStrangers = 4
const mostSeveral = 2

/** A spelling stands beside the likeliest when it has at least this share of its weight. */
const rivalShare = 1 / 4
const mostRivals = 3

/** The likeliest with those that are nearly as likely, then what comes after them. */
function* rivalsIn(spellings: Spelling[]): Generator<string[]> {
  for (let from = 0; from < Math.min(spellings.length, mostRivals * 2);) {
    const least = (spellings[from]?.weight ?? 0) * rivalShare
    const group = spellings.slice(from, from + mostRivals).filter(({ weight }) => weight >= least)
    yield group.map(({ text }) => text)
    from += group.length
  }
}

/** One character changed to any other: what texts show around it, what may stand in a gap. */
async function spellStrangers(index: Index, table: PinyinTable, run: Run): Promise<Spelling[]> {
  const [around, guesses] = await Promise.all([
    stringsAround(index, run),
    findStrangers(index, table, run),
  ])
  const read = new Set(around.map(({ text }) => text))
  const least = Math.log2(around[0]?.weight ?? 0) + Math.log2(rivalShare)
  const rivals = guesses.filter(({ text, score }) => !read.has(text) && score >= least)
  const weighed = await weigh(index, rivals.slice(0, mostStrangers))
  return [...around, ...weighed].sort(byWeight)
}

/** In a run this short any other character makes another word: only its sound may be mended. */
const shortRun = 4

/** Spellings a reader may have meant, in the order of how likely and how cheap they are. */
async function* spellHan(index: Index, table: PinyinTable, run: Run): AsyncGenerator<Spelling[]> {
  const { one, several } = await findHomophones(index, table, run)
  yield* existing(index, one, mostHomophones)
  if (run.text.length > shortRun) yield await spellStrangers(index, table, run)
  yield* existing(index, several, mostSeveral)
}

/** Groups of spellings to try together, the likelier group first. */
async function* spellRun(index: Index, text: string, words?: Words): AsyncGenerator<string[]> {
  const table = await readPinyinTable(index)
  if (!table) return
  if (isHanRun(text) && words)
    for await (const spellings of spellHan(index, table, runOf(text, words)))
      yield* rivalsIn(spellings)
  if (isMixed(text)) yield* spellMixed(index, table, text)
  if (!isLetters(text)) return
  for await (const spellings of spellPinyin(index, table, text))
    yield* spellings.map((one) => [one])
  yield* rivalsIn(await spellInitials(index, table, text))
}

/** Terms that no piece holds; when all are held somewhere, every one is under suspicion. */
function suspects(terms: Term[], { lookup }: ExactResult): number[] {
  const missing = terms.flatMap((term, i) =>
    matchTerm(term, lookup, false).pieces.length === 0 ? [i] : [],
  )
  return missing.length ? missing : terms.map((_, i) => i)
}

/** Groups tried for one term. */
const mostGroups = 8

/** A guess that few texts bear out is a bad one: see `ExactOptions.patience`. */
const guessPatience = 3

/** Results of several spellings in turn, so that the second likeliest is seen on the first page. */
function inTurn(results: ExactResult[]): ExactResult['checked'] {
  const rows = Array.from({ length: Math.max(...results.map((r) => r.checked.length)) })
  const turns = rows.flatMap((_, i) => results.flatMap(({ checked }) => checked[i] ?? []))
  const seen = new Map([...turns].reverse().map((one) => [one.candidate.entry, one]))
  return turns.filter((one) => seen.get(one.candidate.entry) === one)
}

/** Searches each of the spellings; undefined when none leads to a result. */
async function searchAny(
  index: Index,
  spellings: Term[][],
  options: ExactOptions,
): Promise<Mended | undefined> {
  const limit = Math.ceil(options.limit / spellings.length)
  const tried = spellings.map(async (terms) => {
    return { terms, exact: await searchExact(index, terms, { ...options, limit }) }
  })
  const found = (await Promise.all(tried)).filter(({ exact }) => exact.checked.length > 0)
  const [first, ...rest] = found
  if (!first) return undefined
  const count = found.reduce((sum, { exact }) => sum + exact.checked.length, 0)
  const short = limit < options.limit && count < options.limit
  const most = short ? await searchExact(index, first.terms, options) : first.exact
  const all = [most, ...rest.map(({ exact }) => exact)]
  return {
    spellings: found.map(({ terms }) => terms),
    exact: {
      ...most,
      checked: inTurn(all),
      entries: [...new Set(all.flatMap(({ entries }) => entries))],
      settled: all.every(({ settled }) => settled),
    },
  }
}

/** The terms with another spelling in one place. */
const replaced = (terms: Term[][], place: number, spelling: string): Term[][] =>
  terms.map((own, at) => (at === place ? termsOf(spelling) : own))

/** Mends one term after the other; undefined when no spelling leads to a result. */
async function mendTerms(
  index: Index,
  terms: Term[],
  broken: number[],
  { options, words }: { options: ExactOptions; words?: Words },
): Promise<Mended | undefined> {
  let current = terms.map((term) => [term])
  for (const at of broken) {
    let tried = 0
    for await (const group of spellRun(index, textOf(terms[at] ?? termOf('')), words)) {
      const [likely] = group
      if (likely === undefined || tried++ > mostGroups) continue
      const attempts = group.map((spelling) => replaced(current, at, spelling).flat())
      const mended = await searchAny(index, attempts, options)
      if (mended) return mended
      if (broken.length > 1) {
        current = replaced(current, at, likely)
        break
      }
    }
  }
  return undefined
}

/**
 * The likeliest spelling with results: `letters` only as pinyin, or slips in Han as well, which leave
 * the `words` of the vocabulary as they are. Undefined when no spelling leads to a result.
 */
export async function mend(
  index: Index,
  typed: Term[],
  found: ExactResult,
  wanted: ExactOptions,
  words?: Words,
): Promise<Mended | undefined> {
  const options = { ...wanted, patience: guessPatience, everyPair: true }
  const joined = joinLetters(typed)
  const how = { options, words }
  if (joined.length === typed.length) return mendTerms(index, typed, suspects(typed, found), how)
  const all = joined.map((_, i) => i)
  const mended = await mendTerms(index, joined, all, how)
  return mended ?? mendTerms(index, typed, suspects(typed, found), how)
}
