/**
 * Han strings that fit a row of slots and whose neighbours all stand next to each other somewhere
 * in the index: a beam search over the neighbour lists. Browser-safe.
 */
import type { CharacterNeighbours, Weights } from './neighbours.ts'

/** Characters that may stand at a place with what each adds to the score, or any character. */
export type Slot = ReadonlyMap<number, number> | { any: number; preferred: ReadonlyMap<number, number> }

export type NeighboursOf = (code: number) => CharacterNeighbours<Weights> | undefined

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

const isAny = (slot: Slot): slot is Exclude<Slot, ReadonlyMap<number, number>> => 'any' in slot

/** Weight of a pair, from whichever side's list was fetched; 0 when they never meet. */
export function pairWeight(neighboursOf: NeighboursOf, first: number, second: number): number {
  const after = neighboursOf(first)?.after
  if (after) return after.get(second) ?? 0
  return neighboursOf(second)?.before.get(first) ?? 0
}

function optionsAt(slot: Slot, last: number | undefined, neighboursOf: NeighboursOf): Iterable<[number, number]> {
  if (!isAny(slot)) return slot
  const codes = last === undefined ? undefined : neighboursOf(last)?.after.keys()
  return Array.from(codes ?? slot.preferred.keys(), (code): [number, number] => [
    code,
    slot.preferred.get(code) ?? slot.any,
  ])
}

function extend(path: Path, slot: Slot, neighboursOf: NeighboursOf): Path[] {
  const last = path.codes.at(-1)
  const extended: Path[] = []
  for (const [code, bonus] of optionsAt(slot, last, neighboursOf)) {
    const weight = last === undefined ? 0 : pairWeight(neighboursOf, last, code)
    if (last !== undefined && weight === 0) continue
    extended.push({ codes: [...path.codes, code], score: path.score + weight + bonus })
  }
  return extended
}

/** An open first place takes the characters that stand before the second. */
function openStart(slots: Slot[], neighboursOf: NeighboursOf): Slot[] {
  const [first, second, ...rest] = slots
  if (!first || !second || !isAny(first) || isAny(second)) return slots
  const before = [...second.keys()].flatMap((code) => [...(neighboursOf(code)?.before.keys() ?? [])])
  const choices = before.map((code): [number, number] => [
    code,
    first.preferred.get(code) ?? first.any,
  ])
  return [new Map(choices), second, ...rest]
}

/** The best strings, best first. */
export function bestStrings(slots: Slot[], neighboursOf: NeighboursOf, count: number): Guess[] {
  let paths: Path[] = [{ codes: [], score: 0 }]
  for (const slot of openStart(slots, neighboursOf)) {
    paths = paths
      .flatMap((path) => extend(path, slot, neighboursOf))
      .sort((a, b) => b.score - a.score)
      .slice(0, beam)
  }
  return paths
    .slice(0, count)
    .map(({ codes, score }) => ({ text: String.fromCharCode(...codes), score }))
}
