/**
 * Mending: what the reader probably meant when nothing was found. Browser-safe.
 *
 * Letters are read as pinyin, then as initials; Han as Traditional, then as a slip of the input
 * method, then as one wrong character. Only terms that stand nowhere are touched.
 */
import { searchExact, type ExactOptions, type ExactResult } from './exact.ts'
import { isHan } from './fold.ts'
import type { Index } from './index-files.ts'
import { matchTerm } from './plan.ts'
import type { PinyinTable } from './pinyin-table.ts'
import type { Term } from './query.ts'
import { stringsAround } from './around.ts'
import { findHomophones, findStrangers } from './slips.ts'
import { spellInitials, spellPinyin } from './spellings.ts'
import { existing } from './standing.ts'
import { readPinyinTable } from './syllables.ts'

export interface Mended {
  terms: Term[]
  exact: ExactResult
}

const termOf = (run: string): Term => ({ phrases: [{ runs: [run] }] })
const runOf = (term: Term): string => term.phrases[0]?.runs.join('') ?? ''
const isLetters = (run: string): boolean => /^[a-zü]+$/u.test(run)
const isHanRun = (run: string): boolean =>
  run !== '' && run.split('').every((c) => isHan(c.charCodeAt(0)))

/** Adjacent terms of letters are one spelling with blanks in it: wang luo gong yi. */
function joinLetters(terms: Term[]): Term[] {
  const joined: Term[] = []
  for (const term of terms) {
    const last = joined.at(-1)
    if (last && isLetters(runOf(last)) && isLetters(runOf(term)))
      joined[joined.length - 1] = termOf(runOf(last) + runOf(term))
    else joined.push(term)
  }
  return joined
}

/**
 * Spellings a reader may have meant, in the order of how likely and how cheap they are: what sounds
 * alike, what texts show around a wrong character, what may stand in a gap.
 */
async function* spellHan(index: Index, table: PinyinTable, run: string): AsyncGenerator<string[]> {
  yield* existing(index, await findHomophones(index, table, run))
  yield await stringsAround(index, run)
  yield* existing(index, await findStrangers(index, table, run))
}

async function* spellRun(index: Index, run: string): AsyncGenerator<string[]> {
  const table = await readPinyinTable(index)
  if (!table) return
  if (isHanRun(run)) yield* spellHan(index, table, run)
  if (!isLetters(run)) return
  yield* spellPinyin(index, table, run)
  yield await spellInitials(index, run)
}

/** Terms that no piece holds; when all are held somewhere, every one is under suspicion. */
function suspects(terms: Term[], { lookup }: ExactResult): number[] {
  const missing = terms.flatMap((term, i) =>
    matchTerm(term, lookup, false).pieces.length === 0 ? [i] : [],
  )
  return missing.length ? missing : terms.map((_, i) => i)
}

/** A guess that few texts bear out is a bad one: see `ExactOptions.patience`. */
const guessPatience = 2

/** Mends one term after the other; undefined when no spelling leads to a result. */
export async function mend(
  index: Index,
  typed: Term[],
  found: ExactResult,
  wanted: ExactOptions,
): Promise<Mended | undefined> {
  const options = { ...wanted, patience: guessPatience }
  const terms = joinLetters(typed)
  const broken = terms.length < typed.length ? terms.map((_, i) => i) : suspects(terms, found)
  let current = terms
  for (const at of broken) {
    const term = terms[at]
    if (!term) continue
    for await (const spellings of spellRun(index, runOf(term))) {
      for (const spelling of spellings.slice(0, 3)) {
        const attempt = current.with(at, termOf(spelling))
        const exact = await searchExact(index, attempt, options)
        if (exact.checked.length) return { terms: attempt, exact }
      }
      const [likely] = spellings
      if (likely && broken.length > 1) {
        current = current.with(at, termOf(likely))
        break
      }
    }
  }
  return undefined
}
