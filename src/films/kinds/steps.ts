import { between, eased, entered } from '../clock.ts'
import { drawMotif, motifDot } from '../motif.ts'
import { line, mix, text } from '../nodes.ts'
import type { Node, Point } from '../nodes.ts'
import type { Draw } from '../stage.ts'
import { fitSize } from '../widths.ts'

/** One step is lit at a time; what is done turns to the colour of data, what is to come is a ring. */
export const drawSteps: Draw<'steps'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const count = shot.steps.length
  const r = isWide ? (count > 3 ? 96 : 112) : count > 3 ? 84 : 124
  const places = shot.steps.map((_, index): Point => {
    const middle = (index + 0.5) / count
    return isWide ? { x: 80 + middle * 1120, y: 286 } : { x: 60 + r, y: 210 + middle * 790 }
  })
  const [from, to] = stage.phases.move
  const each = (to - from) / count
  const parts = shot.steps.map((_, index) =>
    eased(between(stage.time, [from + index * each, from + (index + 0.8) * each])),
  )
  const size = r * 1.16
  const room = isWide ? 1120 / count - 24 : 572 - 2 * r
  const fitted = shot.steps.map(({ words }) =>
    fitSize(words, { size: isWide ? 54 : 72, width: room, face: 'serif' }),
  )
  const smallest = Math.min(...fitted)
  const current = Math.max(
    0,
    parts.findLastIndex((part) => part > 0),
  )
  const spots = shot.steps.map(({ motif }, index) => {
    const { x = 0, y = 0 } = places[index] ?? {}
    return { motif, at: { x: x - size / 2, y: y - size / 2, size } }
  })
  const dotsAt = spots.map(({ motif, at }) => motifDot(motif, at))
  const target = dotsAt[current] ?? { x: 0, y: 0, r: 10 }
  const before = dotsAt[current - 1]
  const part = parts[current] ?? 0
  return {
    nodes: shot.steps.flatMap(({ motif, words }, index): Node[] => {
      const { x = 0, y = 0 } = places[index] ?? {}
      const next = places[index + 1]
      const isNow = index === current && part > 0
      const isDone = index < current
      const at = spots[index]?.at ?? { x, y, size }
      return [
        {
          kind: 'circle',
          x,
          y,
          r,
          ...(isNow ? { fill: 'panel' as const } : {}),
          stroke: isNow ? 'text' : isDone ? 'data2' : 'hair',
          width: 3,
          opacity: entered(stage.time, index),
        },
        ...(next
          ? [join(places[index] ?? next, next, r, isWide ? 'across' : 'down', index < current)]
          : []),
        ...drawMotif(motif, { ...at, part: parts[index] ?? 0, ink: isDone ? 'data2' : 'text' }),
        text(isWide ? { x, y: y + r + 84 } : { x: x + r + 40, y: y + 22 }, words, {
          size: isWide ? (fitted[index] ?? smallest) : smallest,
          serif: true,
          anchor: isWide ? 'middle' : 'start',
          opacity: between(parts[index] ?? 0, [0, 0.4]),
        }),
      ]
    }),
    dot: { ...(before ? mix(before, target, Math.min(1, part * 1.6)) : target), r: target.r },
  }
}

function join(from: Point, to: Point, r: number, way: 'across' | 'down', isDone: boolean): Node {
  const ink = isDone ? 'accent' : 'hair'
  return way === 'across'
    ? line({ x: from.x + r + 10, y: from.y }, { x: to.x - r - 10, y: to.y }, ink, 4)
    : line({ x: from.x, y: from.y + r + 10 }, { x: to.x, y: to.y - r - 10 }, ink, 4)
}
