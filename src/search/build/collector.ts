/**
 * Collects postings in flat arrays that grow: 9 bytes a posting instead of the hundreds that
 * objects would take. Build time.
 */
import type { Postings } from '../postings.ts'

/** Occurrences in one piece that make a gram weigh as frequent. */
const frequent = 3
const maxTally = 63

function grown<T extends Uint32Array | Uint8Array>(array: T, make: (length: number) => T): T {
  const larger = make(array.length * 2)
  larger.set(array)
  return larger
}

export class Collector<Key extends string | number> {
  private readonly numbers = new Map<Key, number>()
  /** Position + 1 of each gram's newest posting. */
  private newest = new Uint32Array(1024)
  private grams = new Uint32Array(4096)
  private pieces = new Uint32Array(4096)
  /** Field impact in the low 2 bits, occurrences above. */
  private states = new Uint8Array(4096)
  private length = 0

  /** Notes one occurrence; pieces must come one after the other. */
  add(key: Key, piece: number, impact: number): void {
    let gram = this.numbers.get(key)
    if (gram === undefined) {
      gram = this.numbers.size
      this.numbers.set(key, gram)
      if (gram >= this.newest.length) this.newest = grown(this.newest, (n) => new Uint32Array(n))
    }
    const at = (this.newest[gram] ?? 0) - 1
    if (at >= 0 && this.pieces[at] === piece) return this.repeat(at, impact)
    if (this.length === this.pieces.length) this.grow()
    this.grams[this.length] = gram
    this.pieces[this.length] = piece
    this.states[this.length] = 4 | impact
    this.newest[gram] = ++this.length
  }

  private repeat(at: number, impact: number): void {
    const state = this.states[at] ?? 0
    const tally = Math.min(maxTally, (state >>> 2) + 1)
    this.states[at] = (tally << 2) | Math.max(state & 3, impact)
  }

  private grow(): void {
    this.grams = grown(this.grams, (n) => new Uint32Array(n))
    this.pieces = grown(this.pieces, (n) => new Uint32Array(n))
    this.states = grown(this.states, (n) => new Uint8Array(n))
  }

  /** The lists in order of gram, pieces renamed by `idOf`. */
  sorted(idOf: Uint32Array): PostingTable<Key> {
    const starts = new Uint32Array(this.numbers.size + 1)
    for (let i = 0; i < this.length; i++) this.bump(starts, (this.grams[i] ?? 0) + 1)
    for (let g = 1; g < starts.length; g++) starts[g] = (starts[g] ?? 0) + (starts[g - 1] ?? 0)
    const packed = new Uint32Array(this.length)
    const next = starts.slice()
    for (let i = 0; i < this.length; i++) {
      const gram = this.grams[i] ?? 0
      const id = idOf[this.pieces[i] ?? 0] ?? 0
      packed[next[gram] ?? 0] = id * 4 + this.impact(i)
      this.bump(next, gram)
    }
    return new PostingTable(this.numbers, starts, packed)
  }

  private bump(counts: Uint32Array, index: number): void {
    counts[index] = (counts[index] ?? 0) + 1
  }

  private impact(at: number): number {
    const state = this.states[at] ?? 0
    return Math.max(state & 3, state >>> 2 >= frequent ? 1 : 0)
  }
}

/** Posting lists by gram, decoded one at a time. */
export class PostingTable<Key extends string | number> {
  constructor(
    private readonly numbers: ReadonlyMap<Key, number>,
    private readonly starts: Uint32Array,
    private readonly packed: Uint32Array,
  ) {}

  keys(): Iterable<Key> {
    return this.numbers.keys()
  }

  has(key: Key): boolean {
    return this.numbers.has(key)
  }

  private slice(key: Key): Uint32Array {
    const gram = this.numbers.get(key) ?? -1
    return this.packed.subarray(this.starts[gram] ?? 0, this.starts[gram + 1] ?? 0)
  }

  count(key: Key): number {
    return this.slice(key).length
  }

  /** How many pieces have the gram, and whether one has it in a title or name. */
  summary(key: Key): { count: number; inTitle: boolean } {
    const list = this.slice(key)
    return { count: list.length, inTitle: list.some((packed) => (packed & 3) === 3) }
  }

  postings(key: Key): Postings {
    const list = this.slice(key).slice().sort()
    return { pieces: list.map((p) => p >>> 2), impacts: Uint8Array.from(list, (p) => p & 3) }
  }
}
