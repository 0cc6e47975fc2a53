/**
 * Han strings that fit a row of slots and whose neighbours all stand next to each other somewhere
 * in the index: a beam search over the neighbour lists. Browser-safe.
 */
import type { NeighbourTable } from '../format/neighbours.ts'

/** Characters that may stand at a place with what each adds to the score. */
export type Slot = ReadonlyMap<number, number>

/** What stands after and before characters; either side may lack a character. */
export interface Neighbours {
  after: NeighbourTable
  before: NeighbourTable
}

export interface Guess {
  text: string
  score: number
}

interface Path {
  codes: number[]
  score: number
}

/** Paths kept from place to place. */
const beam = 48

/** Weight of a pair, from whichever side's list was fetched; 0 when they never meet. */
export function pairWeight({ after, before }: Neighbours, first: number, second: number): number {
  return after.get(first)?.get(second) ?? before.get(second)?.get(first) ?? 0
}

function extend(path: Path, slot: Slot, neighbours: Neighbours): Path[] {
  const last = path.codes.at(-1)
  const extended: Path[] = []
  for (const [code, bonus] of slot) {
    const weight = last === undefined ? 0 : pairWeight(neighbours, last, code)
    if (last !== undefined && weight === 0) continue
    extended.push({ codes: [...path.codes, code], score: path.score + weight + bonus })
  }
  return extended
}

/** The best strings, best first. */
export function bestStrings(slots: Slot[], neighbours: Neighbours, count: number): Guess[] {
  let paths: Path[] = [{ codes: [], score: 0 }]
  for (const slot of slots) {
    paths = paths
      .flatMap((path) => extend(path, slot, neighbours))
      .sort((a, b) => b.score - a.score)
      .slice(0, beam)
  }
  return paths
    .slice(0, count)
    .map(({ codes, score }) => ({ text: String.fromCharCode(...codes), score }))
}
