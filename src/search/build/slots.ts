/**
 * Ids that hold still. Build time.
 *
 * A piece's id is its slot in a space with gaps. Slots are laid out month after month, so that a
 * higher id is more recent; inside a month an entry's place follows from the hash of its id, like
 * a hash table that keeps its order. An edit keeps every id; a new, longer or removed entry moves
 * only its neighbours up to the next gap. A month outgrows its room rarely; later ones then move.
 */
import { hashText } from '../hash.ts'

export interface SlotRequest {
  id: string
  date?: string
  /** Slots needed, in a row. */
  pieces: number
}

export interface Slots {
  /** First slot of each request, in the order of the requests. */
  starts: number[]
  space: number
}

/** Rooms grow in quarters of a power of two, at least a third more than what is needed. */
function roomFor(pieces: number): number {
  const wanted = Math.ceil(pieces * 1.25) + 1
  const step = 2 ** Math.max(0, Math.floor(Math.log2(wanted)) - 2)
  return Math.ceil(wanted / step) * step
}

function byMonth(requests: SlotRequest[]): [string, number[]][] {
  const months = new Map<string, number[]>()
  requests.forEach(({ date = '' }, index) => {
    const month = date.slice(0, 7)
    const list = months.get(month)
    if (list) list.push(index)
    else months.set(month, [index])
  })
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function assignSlots(requests: SlotRequest[]): Slots {
  const starts: number[] = new Array<number>(requests.length).fill(0)
  let base = 0
  for (const [, indexes] of byMonth(requests)) {
    const members = indexes
      .map((index) => ({ index, request: requests[index] ?? { id: '', pieces: 1 } }))
      .map((member) => ({ ...member, hash: hashText(member.request.id) }))
      .sort((a, b) => a.hash - b.hash || (a.request.id < b.request.id ? -1 : 1))
    const needed = members.reduce((sum, { request }) => sum + request.pieces, 0)
    const room = roomFor(needed)
    let next = 0
    for (const { index, request, hash } of members) {
      const wished = Math.floor((hash / 2 ** 32) * room * 0.95)
      next = Math.max(next, wished)
      starts[index] = base + next
      next += request.pieces
    }
    base += Math.max(room, next)
  }
  return { starts, space: base }
}
