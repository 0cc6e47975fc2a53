/**
 * Strings of the texts that differ from what was typed in one character: the rest of the query
 * leads to pieces, and the pieces say what stands in the gap. Browser-safe.
 */
import { keysOfRun, type GramKey } from '../format/grams.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import { lookUp, type Lookup } from '../exact/lookup.ts'
import type { Haystack } from '../format/piece.ts'
import { intersect, type Postings } from '../format/postings.ts'
import type { Run } from './typos.ts'
import { byWeight, titleWeight, type Spelling } from './attested.ts'

/** A place that may be wrong, and the pieces that hold all pairs that do not touch it. */
interface Gap {
  at: number
  pieces: number[]
}

/** Texts read for each gap at once, and how often when they have no such string. */
const textsAtOnce = 5
const maxBatches = 3
/** Gaps followed up. */
const maxGaps = 4
/** With more pieces a gap inside the query says too little about any of them. */
const maxPiecesOfGap = 40

const pairsOf = (part: string): GramKey[] => (part.length > 1 ? keysOfRun(part, true) : [])

function byImpact({ pieces, impacts }: Postings): number[] {
  const order = Array.from(pieces, (piece, i) => ({ piece, impact: impacts[i] ?? 0 }))
  return order.sort((a, b) => b.impact - a.impact || b.piece - a.piece).map(({ piece }) => piece)
}

function findGaps({ text: run, locked }: Run, lookup: Lookup): Gap[] {
  const free = locked.flatMap((isLocked, at) => (isLocked ? [] : [at]))
  const gaps = free.map((at): Gap => {
    const keys = [...pairsOf(run.slice(0, at)), ...pairsOf(run.slice(at + 1))]
    const lists = keys.map(lookup).filter((list) => list !== undefined)
    return { at, pieces: byImpact(intersect(lists)) }
  })
  const atEnd = ({ at }: Gap): boolean => at === 0 || at === run.length - 1
  return gaps
    .filter((gap) => gap.pieces.length > 0 && (atEnd(gap) || gap.pieces.length <= maxPiecesOfGap))
    .sort((a, b) => Number(atEnd(b)) - Number(atEnd(a)) || a.pieces.length - b.pieces.length)
    .slice(0, maxGaps)
}

/** Every string of the text that is the run but for the character at the gap. */
function stringsMatching(text: string, run: string, at: number): string[] {
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
const maxStrings = 4

/** What each string in a text says of how often it stands; `share` is what one text stands for. */
function weighStrings(
  { text, spans }: Haystack,
  run: string,
  at: number,
  share: number,
): Map<string, number> {
  const title = spans[0]?.folded.text ?? ''
  const strings = stringsMatching(text, run, at).filter((string) => string !== run)
  return new Map(strings.map((string) => [string, title.includes(string) ? titleWeight : share]))
}

async function matchesOfGap(
  index: IndexReader,
  run: string,
  { at, pieces }: Gap,
): Promise<Spelling[]> {
  const weights = new Map<string, number>()
  for (let from = 0; from < textsAtOnce * maxBatches && weights.size === 0; from += textsAtOnce) {
    const read = pieces.slice(from, from + textsAtOnce).map((piece) => index.haystack(piece))
    for (const haystack of await Promise.all(read)) {
      const found = haystack
        ? weighStrings(haystack, run, at, pieces.length / (from + read.length))
        : []
      for (const [text, weight] of found) weights.set(text, (weights.get(text) ?? 0) + weight)
    }
  }
  return [...weights].map(([text, weight]) => ({ text, weight }))
}

/** The likeliest of such strings, from how often each stands in what was read. */
export async function wildcardMatches(index: IndexReader, run: Run): Promise<Spelling[]> {
  if (run.text.length < 3 || run.locked.every(Boolean)) return []
  const lookup = await lookUp(index, pairsOf(run.text))
  const gaps = findGaps(run, lookup).map((gap) => matchesOfGap(index, run.text, gap))
  return (await Promise.all(gaps)).flat().sort(byWeight).slice(0, maxStrings)
}
