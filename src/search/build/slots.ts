/**
 * Ids that hold still. Build time.
 *
 * A piece's id is its slot in a space with gaps. Slots are laid out period after period, so that a
 * higher id is more recent; in a period, entries with equally many pieces share a zone (`zones.ts`)
 * that works as a hash table: an entry takes the first free place of a row that follows from its
 * id, those with the smaller hash first. An edit keeps every id, and a new or removed entry moves
 * few others, whatever the order of reading. A zone outgrows its room rarely; later ones then move.
 */
import { hashText } from '../format/hash.ts'
import type { Zone } from '../format/zones.ts'

interface SlotRequest {
  id: string
  date?: string
  /** Slots needed, in a row. */
  pieces: number
}

interface Slots {
  /** First slot of each request, in the order of the requests. */
  starts: number[]
  zones: Zone[]
  space: number
}

interface Member extends SlotRequest {
  index: number
  hash: number
}

/** An eighth and more to spare, in steps of an eighth of a power of two; a few need what they are. */
function capacityFor(needed: number): number {
  const wanted = needed + (needed >>> 3)
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, wanted))) - 3)
  return Math.ceil(wanted / step) * step
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Above this many months, years: zones would be more than what they hold. */
const maxMonths = 256

function byPeriod(members: readonly Member[]): Member[][] {
  const months = grouped(members, ({ date = '' }) => date.slice(0, 7))
  if (months.length <= maxMonths) return months.map(([, group]) => group)
  return grouped(members, ({ date = '' }) => date.slice(0, 4)).map(([, group]) => group)
}

/** Places tried far apart, before one after the other. */
const scattered = 8

/** The first free place of a member's row, which reaches all of them. */
function freePlace({ id, hash }: Member, taken: Uint8Array): number {
  const room = taken.length
  let place = hash % room
  if (!taken[place]) return place
  const step = (hashText(`${id} `) % room) + 1
  for (let i = 1; i < scattered && taken[place]; i++) place = (hash + i * step) % room
  for (let i = 0; i < room && taken[place]; i++) place = (hash + i) % room
  return place
}

/** The place of each member in a zone of `room` places. */
function assignPlaces(members: Member[], room: number): Map<Member, number> {
  const taken = new Uint8Array(room)
  const places = new Map<Member, number>()
  for (const member of members.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))) {
    const place = freePlace(member, taken)
    taken[place] = 1
    places.set(member, place)
  }
  return places
}

export function assignSlots(requests: SlotRequest[]): Slots {
  const members = requests.map(({ id, date, pieces }, index): Member => {
    return { id, date, pieces, index, hash: hashText(id) }
  })
  const starts: number[] = new Array<number>(requests.length).fill(0)
  const zones: Zone[] = []
  let base = 0
  for (const period of byPeriod(members)) {
    let next = base
    const sizes = grouped(period, ({ pieces }) => String(pieces).padStart(6, '0'))
    for (const [size, group] of sizes) {
      const stride = Number(size)
      const room = capacityFor(group.length)
      for (const [{ index }, place] of assignPlaces(group, room))
        starts[index] = next + place * stride
      const last = zones.at(-1)
      const runsOn = last?.stride === stride && (next - last.start) % stride === 0
      if (!runsOn) zones.push({ start: next, stride })
      next += room * stride
    }
    base += capacityFor(next - base)
  }
  return { starts, zones, space: base }
}
