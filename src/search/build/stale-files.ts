/** Which files of an index differ from those of the last one. Build time. */
import { shardOf, type GramFamily } from '../format/grams.ts'
import { codedFamilies, hashOfCode, visitRows, type CodedFamily } from './gram-rows.ts'
import type { IndexLayout, PlacedDocument, Segments } from './layout.ts'
import { pieceRanges, type Segment } from './segment.ts'
import type { FamilyShape } from './shard-shape.ts'
import { postingOf } from './shards.ts'
import { textGroups, textGroupSize } from './text-groups.ts'
import { wordsIn } from './piece-words.ts'

/** One shard, or one group of texts. */
export interface GroupFiles {
  hash: string
  /** Names of its files. */
  files: string[]
}

/** An index when it was last made: plain data. */
export interface IndexState {
  /** What each document was made of and where it stood, by id. */
  documents: Map<string, DocumentState>
  shapes: Record<GramFamily, FamilyShape>
  shards: Record<GramFamily, GroupFiles[]>
  texts: GroupFiles[]
}

interface DocumentState {
  of: string
  start: number
}

/** What is to be made anew: 1 for each such shard and group of texts. */
export interface StaleFiles {
  shards: Record<GramFamily, Uint8Array>
  texts: Uint8Array
}

/** An index to be made. */
export interface IndexPlan {
  segments: Segments
  layout: IndexLayout
  /** How many postings each family has. */
  postings: Record<CodedFamily, number>
  shapes: Record<GramFamily, FamilyShape>
}

/** So many documents may change before everything is made anew: a number, and a share of all. */
const maxChanges = { number: 20, share: 0.05 }

export const families: readonly GramFamily[] = [...codedFamilies, 'w']

/**
 * `replaced` holds the documents that changed or went as they were read for the previous index; without
 * one of them everything is stale.
 */
export function findStaleFiles(
  plan: IndexPlan,
  previous?: IndexState,
  replaced?: Segment,
): StaleFiles {
  const { shapes, layout } = plan
  const moves =
    previous && previous.shapes.g.space === layout.space
      ? movesBetween(plan, previous, replaced)
      : undefined
  if (!previous || !moves) return allMarked(plan, 1)
  const stale = allMarked(plan, 0)
  const groupSize = textGroupSize(layout.space)
  for (const move of moves) {
    markShards(stale, shapes, move)
    for (const { start, end } of [move.was, move.now])
      for (let id = start; id < end; id++) stale.texts[Math.floor(id / groupSize)] = 1
  }
  for (const family of families)
    if (shapes[family].shards !== previous.shapes[family].shards) stale.shards[family].fill(1)
  return stale
}

function allMarked({ shapes, layout }: IndexPlan, mark: 0 | 1): StaleFiles {
  const marks = (length: number): Uint8Array => new Uint8Array(length).fill(mark)
  const { g, u, p, w } = shapes
  const shards = { g: marks(g.shards), u: marks(u.shards), p: marks(p.shards), w: marks(w.shards) }
  return { shards, texts: marks(textGroups(layout.space)) }
}

/** A document where it stands or stood; nowhere when `start` and `end` are alike. */
interface Placement {
  start: number
  end: number
  segment?: Segment
  place: number
}

interface Move {
  was: Placement
  now: Placement
}

const noPlacement: Placement = { start: 0, end: 0, place: 0 }

/** Ids of the documents that came, went, changed or moved; undefined when they are too many. */
function changedIds({ layout }: IndexPlan, previous: IndexState): string[] | undefined {
  const current = new Set(layout.documents.map(({ head }) => head.id))
  const changed = layout.documents.filter(({ head, start }) => {
    const before = previous.documents.get(head.id)
    return before?.of !== head.of || before.start !== start
  })
  const removed = [...previous.documents.keys()].filter((id) => !current.has(id))
  const ids = [...changed.map(({ head }) => head.id), ...removed]
  const limit = Math.max(maxChanges.number, current.size * maxChanges.share)
  return ids.length > limit ? undefined : ids
}

/** From where to where documents moved; undefined when they are too many, or what one was is unknown. */
function movesBetween(
  plan: IndexPlan,
  previous: IndexState,
  replaced?: Segment,
): Move[] | undefined {
  const { layout, segments } = plan
  const current = new Map(layout.documents.map((document) => [document.head.id, document]))
  const older = new Map(replaced?.documents.map((head, place) => [head.id, { head, place }]))
  const moves: Move[] = []
  const ids = changedIds(plan, previous)
  for (const id of ids ?? []) {
    const [document, before, old] = [current.get(id), previous.documents.get(id), older.get(id)]
    const now = document
      ? placementOf(document.start, document, segments.read(document.segment))
      : noPlacement
    if (!before) moves.push({ was: noPlacement, now })
    else if (before.of === document?.head.of)
      moves.push({ was: placementOf(before.start, document, now.segment), now })
    else if (before.of === old?.head.of)
      moves.push({ was: placementOf(before.start, old, replaced), now })
    else return undefined
  }
  return ids && moves
}

function placementOf(
  start: number,
  { head, place }: Pick<PlacedDocument, 'head' | 'place'>,
  segment?: Segment,
): Placement {
  return { start, end: start + head.pieces, segment, place }
}

/** Marks the shards that a move changes: of postings that only one of the two readings has. */
function markShards(stale: StaleFiles, shapes: IndexPlan['shapes'], { was, now }: Move): void {
  for (const family of families) {
    const [replaced, after] = [was, now].map(
      (one) => new Map(postingsOf(family, shapes[family], one)),
    )
    const isShared = (key: Key): boolean =>
      was.start === now.start && replaced?.has(key) === true && after?.has(key) === true
    for (const [key, shard] of [...(replaced ?? []), ...(after ?? [])])
      if (!isShared(key)) stale.shards[family][shard] = 1
  }
}

/** A posting of a document: gram, piece and impact. */
type Key = number | string

function* postingsOf(
  family: GramFamily,
  { shards }: FamilyShape,
  { segment, place, start, end }: Placement,
): Generator<[key: Key, shard: number]> {
  const [first, previous] = (segment && pieceRanges(segment)[place]) ?? [0, 0]
  if (!segment || start === end) return
  if (family === 'w') {
    for (let piece = first; piece < previous; piece++)
      for (const [word, impact] of wordsIn(segment.words[piece] ?? ''))
        yield [`${postingOf(piece - first, impact)} ${word}`, shardOf('w', word, shards)]
    return
  }
  const found: [number, number][] = []
  visitRows(segment.rows[family], [first, previous], (code, piece, impact) => {
    const hash = hashOfCode[family](code)
    // A document's pieces and their impacts take fewer than the 21 bits that are left.
    found.push([hash * 2 ** 21 + postingOf(piece - first, impact), hash & (shards - 1)])
  })
  yield* found
}
