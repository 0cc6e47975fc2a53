/** Spellings of a run of Han that holds a slip of the input method, or one wrong character. Browser-safe. */
import type { IndexReader } from '../exact/index-reader.ts'
import type { PinyinTable } from '../format/pinyin-table.ts'
import { attestedGuesses, byWeight, rivalShare, weighGuesses, type Spelling } from './attested.ts'
import { findHomophones, findSubstitutions, type Run } from './typos.ts'
import { wildcardMatches } from './wildcards.ts'

/** Guesses looked up of each kind: a shard or two for each. */
const maxHomophones = 4
const maxSubstitutions = 4
const maxSeveral = 2

/** One character changed to any other: what texts show around it, what may stand in a gap. */
async function spellSubstitutions(
  index: IndexReader,
  table: PinyinTable,
  run: Run,
): Promise<Spelling[]> {
  const [around, guesses] = await Promise.all([
    wildcardMatches(index, run),
    findSubstitutions(index, table, run),
  ])
  const read = new Set(around.map(({ text }) => text))
  const least = Math.log2(around[0]?.weight ?? 0) + Math.log2(rivalShare)
  const rivals = guesses.filter(({ text, score }) => !read.has(text) && score >= least)
  const weighed = await weighGuesses(index, rivals.slice(0, maxSubstitutions))
  return [...around, ...weighed].sort(byWeight)
}

/** In a run this short any other character makes another word: only its sound may be mended. */
const shortRunLength = 4

/** Spellings a reader may have meant, in the order of how likely and how cheap they are. */
export async function* spellHan(
  index: IndexReader,
  table: PinyinTable,
  run: Run,
): AsyncGenerator<Spelling[]> {
  const { one, several } = await findHomophones(index, table, run)
  yield* attestedGuesses(index, one, maxHomophones)
  if (run.text.length > shortRunLength) yield await spellSubstitutions(index, table, run)
  yield* attestedGuesses(index, several, maxSeveral)
}
