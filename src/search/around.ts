/**
 * Strings of the texts that differ from what was typed in one character: the rest of the query
 * leads to pieces, and the pieces say what stands in the gap. Browser-safe.
 */
import { keysOfRun, type GramKey } from './grams.ts'
import type { Index } from './index-files.ts'
import { lookUp, type Lookup } from './lookup.ts'
import { intersect, type Postings } from './postings.ts'

/** A place that may be wrong, and the pieces that hold all pairs that do not touch it. */
interface Gap {
  at: number
  pieces: number[]
}

/** Texts read for each gap, and gaps followed up. */
const textsRead = 5
const mostGaps = 3
/** With more pieces a gap inside the query says too little about any of them. */
const tooMany = 40

const pairsOf = (part: string): GramKey[] => (part.length > 1 ? keysOfRun(part, true) : [])

function mostPromising({ pieces, impacts }: Postings): number[] {
  const order = Array.from(pieces, (piece, i) => ({ piece, impact: impacts[i] ?? 0 }))
  return order.sort((a, b) => b.impact - a.impact || b.piece - a.piece).map(({ piece }) => piece)
}

function findGaps(run: string, lookup: Lookup): Gap[] {
  const gaps = Array.from(run, (_, at): Gap => {
    const keys = [...pairsOf(run.slice(0, at)), ...pairsOf(run.slice(at + 1))]
    const lists = keys.map(lookup).filter((list) => list !== undefined)
    return { at, pieces: mostPromising(intersect(lists)) }
  })
  const atEnd = ({ at }: Gap): boolean => at === 0 || at === run.length - 1
  return gaps
    .filter((gap) => gap.pieces.length > 0 && (atEnd(gap) || gap.pieces.length <= tooMany))
    .sort((a, b) => a.pieces.length - b.pieces.length)
    .slice(0, mostGaps)
}

/** Every string of the text that is the run but for the character at the gap. */
function stringsAt(text: string, run: string, at: number): string[] {
  const [left, right] = [run.slice(0, at), run.slice(at + 1)]
  const [anchor, shift] = left.length >= right.length ? [left, 0] : [right, at + 1]
  const found: string[] = []
  for (let i = text.indexOf(anchor); i >= 0; i = text.indexOf(anchor, i + 1)) {
    const string = text.slice(Math.max(0, i - shift), i - shift + run.length)
    const fits = string.startsWith(left) && string.endsWith(right) && string.length === run.length
    if (fits && /^\p{Script=Han}$/u.test(string.charAt(at))) found.push(string)
  }
  return found
}

/** Spellings followed up. */
const mostStrings = 4

/** The likeliest of such strings, from how often each stands in what was read. */
export async function stringsAround(index: Index, run: string): Promise<string[]> {
  if (run.length < 3) return []
  const lookup = await lookUp(index, pairsOf(run))
  const counts = new Map<string, number>()
  await Promise.all(
    findGaps(run, lookup).map(async ({ at, pieces }) => {
      const read = pieces.slice(0, textsRead).map((piece) => index.haystack(piece))
      const share = pieces.length / read.length
      for (const haystack of await Promise.all(read))
        for (const string of new Set(stringsAt(haystack?.text ?? '', run, at)))
          counts.set(string, (counts.get(string) ?? 0) + share)
    }),
  )
  counts.delete(run)
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostStrings)
    .map(([text]) => text)
}
