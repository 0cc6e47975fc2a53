/** Where documents stand in the index. Build time. */
import type { Zone } from '../format/zones.ts'
import type { DocumentHead, Segment } from './segment.ts'
import { assignSlots } from './slots.ts'

/** Segments of an index, each read when it is needed and then let go. */
export interface Segments {
  readonly count: number
  readonly read: (index: number) => Segment
}

/** Segments of which each is read once. */
export function cachedSegments({ count, read }: Segments): Segments {
  const known = new Map<number, Segment>()
  return {
    count,
    read(index) {
      const segment = known.get(index) ?? read(index)
      known.set(index, segment)
      return segment
    },
  }
}

/** A document, where it is kept, and the id of its first piece. */
export interface PlacedDocument {
  head: DocumentHead
  segment: number
  place: number
  start: number
}

export interface IndexLayout {
  /** In order of id. */
  documents: PlacedDocument[]
  zones: Zone[]
  /** One more than the largest piece id. */
  space: number
  /** Ids of a segment's pieces. */
  idsOf(segment: number): Uint32Array
}

export function layOut(heads: readonly (readonly DocumentHead[])[]): IndexLayout {
  const all = heads.flatMap((list, segment) =>
    list.map((head, place) => ({ head, segment, place, start: 0 })),
  )
  const { starts, zones, space } = assignSlots(all.map(({ head }) => head))
  const ids = heads.map(
    (list) => new Uint32Array(list.reduce((sum, { pieces }) => sum + pieces, 0)),
  )
  const ends = heads.map(() => 0)
  all.forEach((document, index) => {
    const { head, segment } = document
    document.start = starts[index] ?? 0
    for (let piece = 0; piece < head.pieces; piece++) {
      const list = ids[segment]
      const end = ends[segment] ?? 0
      if (list) list[end] = document.start + piece
      ends[segment] = end + 1
    }
  })
  const documents = all.sort((a, b) => a.start - b.start)
  return { documents, zones, space, idsOf: (segment) => ids[segment] ?? new Uint32Array() }
}
