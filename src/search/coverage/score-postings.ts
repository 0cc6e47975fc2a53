/** Which entries cover how much of a query, from posting lists alone. Browser-safe. */
import type { IndexReader } from '../exact/index-reader.ts'
import type { GramKey } from '../format/grams.ts'
import { lookUp, type PostingCounts, type Lookup } from '../exact/lookup.ts'
import { intersect, type Postings } from '../format/postings.ts'
import type { Zone } from '../format/zones.ts'
import type { Unit, Variant } from './variants.ts'

/** A unit with where it stands. */
export interface WeighedUnit {
  unit: Unit
  /** What covering it is worth: portion × how rare it is. */
  mass: number
  /** Pieces of each variant; undefined where its lists were too long to read. */
  lists: (Postings | undefined)[]
}

/** An entry that covers some of the query. */
export interface CoveringEntry {
  entry: number
  /** Its pieces: ids from `entry` to before `end`. */
  end: number
  /** The piece that covers most. */
  piece: number
  /** Σ mass × worth of the field, over the units. */
  score: number
  /** Share of the query's mass. */
  coverage: number
}

/** What standing in a field is worth, by impact: running text, often, heading, title. */
const impactWeights = [0.7, 0.8, 1, 1.35]

const rarity = (count: number, pieces: number): number => Math.log2(1 + pieces / Math.max(1, count))

/** Fewest postings that a variant can have. */
function countOf(variant: Variant, counts: PostingCounts): number {
  return Math.min(...variant.keys.map((key) => counts(key) ?? Infinity))
}

function listOf({ keys }: Variant, lookup: Lookup): Postings | undefined {
  const lists = keys.map(lookup).filter((list) => list !== undefined)
  return lists.length ? intersect(lists) : undefined
}

/** Reads the lists of all units, but for those that are files of their own. */
export async function weighUnits(index: IndexReader, units: Unit[]): Promise<WeighedUnit[]> {
  const keys = new Map<string, GramKey>()
  for (const { variants } of units)
    for (const variant of variants)
      for (const key of variant.keys) keys.set(`${key.family}${key.prefix}${key.key}`, key)
  let counts: PostingCounts = () => undefined
  const lookup = await lookUp(index, [...keys.values()], (known) => {
    counts = known
    return () => true
  })
  const pieces = index.manifest.space
  return units.map((unit) => {
    const lists = unit.variants.map((variant) => listOf(variant, lookup))
    const found = lists.map((list, i) => {
      const [variant] = unit.variants.slice(i, i + 1)
      return list ? list.pieces.length : variant ? countOf(variant, counts) : 0
    })
    const count = Math.max(...found.filter(Number.isFinite), 0)
    return { unit, mass: unit.portion * rarity(count, pieces), lists }
  })
}

/** Pairs that stand nowhere are no words where others of their stretch are: they count for nothing. */
export function withoutSpuriousPairs(weighed: WeighedUnit[]): WeighedUnit[] {
  const stands = ({ lists }: WeighedUnit): boolean =>
    lists.some((list) => list === undefined || list.pieces.length > 0)
  return weighed.filter((one, i) => {
    if (!one.unit.loose || stands(one)) return true
    const beside = [weighed[i - 1], weighed[i + 1]]
    return !beside.some((other) => other?.unit.loose && stands(other))
  })
}

/** The pieces of all lists, each once; of one list, as most units have, just as they are. */
function ascending(lists: WeighedUnit['lists']): Uint32Array {
  const present = lists.filter((list) => list !== undefined && list.pieces.length > 0)
  const [only] = present
  if (only && present.length === 1) return only.pieces
  return Uint32Array.from(new Set(present.flatMap((list) => [...(list?.pieces ?? [])]))).sort()
}

/** Adds what one unit says of each entry. */
class EntryScores {
  readonly mass: Float32Array
  readonly score: Float32Array
  readonly piece: Float32Array
  readonly entries = new Set<number>()
  private readonly best: Float32Array

  constructor(
    space: number,
    private readonly zones: readonly Zone[],
  ) {
    this.mass = new Float32Array(space)
    this.score = new Float32Array(space)
    this.piece = new Float32Array(space)
    this.best = new Float32Array(space)
  }

  /** The best of a unit's variants in each piece, then in each entry. */
  add({ unit, mass, lists }: WeighedUnit): void {
    lists.forEach((list, i) => {
      const weight = unit.variants[i]?.weight ?? 0
      list?.pieces.forEach((piece, at) => {
        const worth = weight * (impactWeights[list.impacts[at] ?? 0] ?? 0)
        if (worth > (this.best[piece] ?? 0)) this.best[piece] = worth
      })
    })
    this.toEntries(ascending(lists), mass)
  }

  private toEntries(pieces: Uint32Array, mass: number): void {
    let zone = 0
    let [entry, best] = [-1, 0]
    const close = (): void => {
      if (entry < 0) return
      this.entries.add(entry)
      this.score[entry] = (this.score[entry] ?? 0) + best * mass
      this.mass[entry] = (this.mass[entry] ?? 0) + Math.min(1, best + 0.3) * mass
    }
    for (const piece of pieces) {
      while ((this.zones[zone + 1]?.start ?? Infinity) <= piece) zone++
      const { start = 0, stride = 1 } = this.zones[zone] ?? {}
      const own = piece < start ? piece : piece - ((piece - start) % stride)
      const worth = this.best[piece] ?? 0
      this.best[piece] = 0
      this.piece[piece] = (this.piece[piece] ?? 0) + worth * mass
      if (own !== entry) {
        close()
        ;[entry, best] = [own, 0]
      }
      best = Math.max(best, worth)
    }
    close()
  }

  /** The piece of an entry that covers most. */
  bestPiece(entry: number, end: number): number {
    let best = entry
    for (let piece = entry; piece < end; piece++)
      if ((this.piece[piece] ?? 0) > (this.piece[best] ?? 0)) best = piece
    return best
  }
}

/** How much more an entry is worth for covering more of the query. */
const coverageExponent = 1.5
/** What the piece adds in which most stands together. */
const pieceShare = 0.5

/** Entries by how much of the query they cover, best first; of equals the more recent. */
export async function coveringEntries(
  weighed: WeighedUnit[],
  zones: readonly Zone[],
  { manifest: { space }, yieldToMain }: Pick<IndexReader, 'manifest' | 'yieldToMain'>,
): Promise<CoveringEntry[]> {
  const scores = new EntryScores(space, zones)
  for (const one of weighed) {
    scores.add(one)
    await yieldToMain()
  }
  const total = weighed.reduce((sum, { mass }) => sum + mass, 0) || 1
  const found: CoveringEntry[] = []
  for (const entry of scores.entries) {
    const end = entry + strideAt(entry, zones)
    const piece = scores.bestPiece(entry, end)
    const coverage = (scores.mass[entry] ?? 0) / total
    const sum = (scores.score[entry] ?? 0) + pieceShare * (scores.piece[piece] ?? 0)
    found.push({ entry, end, piece, coverage, score: (sum / total) * coverage ** coverageExponent })
  }
  return found.sort((a, b) => b.score - a.score || b.entry - a.entry)
}

function strideAt(entry: number, zones: readonly Zone[]): number {
  let [low, high] = [0, zones.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((zones[middle]?.start ?? 0) <= entry) low = middle
    else high = middle
  }
  return zones[low]?.stride ?? 1
}
