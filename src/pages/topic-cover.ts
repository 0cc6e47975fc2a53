import { round } from './drawn-cover.ts'
import type { DrawnCover, Tone } from './drawn-cover.ts'

/** An entry of a topic, as its cover knows it: the kind it is of, and the year of a case. */
export interface TopicPart {
  kind: string
  year?: number | undefined
}

/** Drawings of a topic, from its entries in their order: the years of its cases, a field of dots, a strip of kinds. */
export function topicCovers(parts: readonly TopicPart[]): DrawnCover[] {
  const years = parts.flatMap(({ year }) => year ?? [])
  return [...(new Set(years).size >= 3 ? [timeline(years)] : []), field(parts), tree(parts)]
}

/** Entries of the kind that comes first are drawn stronger than the others. */
function toneOf(parts: readonly TopicPart[]): (part: TopicPart) => Tone {
  return ({ kind }) => (kind === parts[0]?.kind ? 'mid' : 'soft')
}

/** A stem each case over the line of its years; the latest is red. */
function timeline(years: readonly number[]): DrawnCover {
  const each = [...new Set(years)].sort((a, b) => a - b)
  const [first, last] = [each[0] ?? 0, each.at(-1) ?? 0]
  const ground = 132
  const stems = each.flatMap((year, index) => {
    const cases = years.filter((one) => one === year).length
    const x = round(112 + ((year - first) / Math.max(1, last - first)) * 184)
    // Over the line, or under it, where there is less room.
    const [side, nearest, room] = index % 2 === 0 ? [-1, 24, 70] : [1, 18, 20]
    const pitch = Math.min(13, room / Math.max(1, cases - 1))
    return Array.from({ length: cases }, (_, before) => {
      const isLatest = year === last && before === cases - 1
      const tone = isLatest ? ('hot' as const) : ('mid' as const)
      return { x, y: round(ground + side * (nearest + before * pitch)), tone }
    })
  })
  return {
    bars: [],
    lines: [
      { tone: 'soft', path: `M104 ${ground}H304`, width: 2.5 },
      ...stems.map(({ x, y }) => ({
        tone: 'soft' as const,
        path: `M${x} ${ground}V${y}`,
        width: 2,
      })),
    ],
    dots: stems.map((stem) => ({ ...stem, radius: stem.tone === 'hot' ? 7 : 5 })),
  }
}

/** A dot each entry, in columns; the first is red. */
function field(parts: readonly TopicPart[]): DrawnCover {
  const toned = toneOf(parts)
  const rows = parts.length > 20 ? 6 : parts.length > 12 ? 5 : 4
  const pitch = 104 / rows
  const columns = Math.ceil(parts.length / rows)
  return {
    bars: [],
    lines: [],
    dots: parts.map((part, index) => ({
      tone: index === 0 ? 'hot' : toned(part),
      x: round(300 - (columns - 0.5 - Math.floor(index / rows)) * pitch),
      y: round(64 + (0.5 + (index % rows)) * pitch),
      radius: round(pitch * 0.36),
    })),
  }
}

/** From one root a branch to each kind, and at its end a dot each entry. */
function tree(parts: readonly TopicPart[]): DrawnCover {
  const toned = toneOf(parts)
  const kinds = [...new Set(parts.map(({ kind }) => kind))]
  const root = { x: 84, y: 114 }
  const rows = kinds.map((kind, index) => {
    const y = round(kinds.length === 1 ? root.y : 66 + (96 * index) / (kinds.length - 1))
    return { y, of: parts.filter((part) => part.kind === kind) }
  })
  const most = Math.max(1, ...rows.map(({ of }) => of.length))
  const pitch = Math.min(15, 150 / most)
  return {
    bars: [],
    lines: rows.map(({ y }) => ({
      tone: 'soft' as const,
      path: `M${root.x} ${root.y}C112 ${root.y} 112 ${y} 144 ${y}`,
      width: 2,
    })),
    dots: [
      { tone: 'hot', ...root, radius: 8 },
      ...rows.flatMap(({ y, of }) =>
        of.map((part, index) => ({
          tone: toned(part),
          ...{ x: round(150 + index * pitch), y, radius: round(pitch * 0.36) },
        })),
      ),
    ],
  }
}
