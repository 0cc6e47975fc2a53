/**
 * Mending: what the reader probably meant when nothing was found. Browser-safe.
 *
 * Letters are read as pinyin, then as initials, also where they stand among Han; Han as a slip of
 * the input method, then as one wrong character. Only terms that stand nowhere are touched, and of
 * those never a numeral or a word of the vocabulary: another number or word is another question.
 */
import { searchExact, type ExactOptions, type ExactResult } from '../exact/exact-search.ts'
import { isHan } from '../format/fold.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import { matchTerm } from '../exact/candidates.ts'
import type { Term } from '../exact/parse-query.ts'
import { runOf } from './typos.ts'
import { spellHan } from './han-spellings.ts'
import type { Words } from '../coverage/tokenize.ts'
import { spellInitials, spellMixed, spellPinyin } from './pinyin-spellings.ts'
import { rivalShare, type Spelling } from './attested.ts'
import { readPinyinTable } from './pinyin-files.ts'

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

/** Spellings that stand beside the likeliest. */
const maxRivals = 3

/** The likeliest with those that are nearly as likely, then what comes after them. */
function* rivalsIn(spellings: Spelling[]): Generator<string[]> {
  for (let from = 0; from < Math.min(spellings.length, maxRivals * 2);) {
    const least = (spellings[from]?.weight ?? 0) * rivalShare
    const group = spellings.slice(from, from + maxRivals).filter(({ weight }) => weight >= least)
    yield group.map(({ text }) => text)
    from += group.length
  }
}

/** Groups of spellings to try together, the likelier group first. */
async function* spellRun(
  index: IndexReader,
  text: string,
  words?: Words,
): AsyncGenerator<string[]> {
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
const maxGroups = 8

/** A guess that few texts bear out is a bad one: see `ExactOptions.patience`. */
const guessPatience = 3

/** Results of several spellings in turn, so that the second likeliest is seen on the first page. */
function interleave(results: ExactResult[]): ExactResult['checked'] {
  const rows = Array.from({ length: Math.max(...results.map((r) => r.checked.length)) })
  const turns = rows.flatMap((_, i) => results.flatMap(({ checked }) => checked[i] ?? []))
  const seen = new Map([...turns].reverse().map((one) => [one.candidate.entry, one]))
  return turns.filter((one) => seen.get(one.candidate.entry) === one)
}

/** Searches each of the spellings; undefined when none leads to a result. */
async function searchAny(
  index: IndexReader,
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
  const fullSearch = short ? await searchExact(index, first.terms, options) : first.exact
  const all = [fullSearch, ...rest.map(({ exact }) => exact)]
  return {
    spellings: found.map(({ terms }) => terms),
    exact: {
      ...fullSearch,
      checked: interleave(all),
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
  index: IndexReader,
  terms: Term[],
  suspectTerms: number[],
  { options, words }: { options: ExactOptions; words?: Words },
): Promise<Mended | undefined> {
  let current = terms.map((term) => [term])
  for (const at of suspectTerms) {
    let tried = 0
    for await (const group of spellRun(index, textOf(terms[at] ?? termOf('')), words)) {
      const [likely] = group
      if (likely === undefined || tried++ > maxGroups) continue
      const attempts = group.map((spelling) => replaced(current, at, spelling).flat())
      const mended = await searchAny(index, attempts, options)
      if (mended) return mended
      if (suspectTerms.length > 1) {
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
  index: IndexReader,
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
