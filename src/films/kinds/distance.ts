import type { ShotOf } from '../../model/films/shots.ts'
import { between, entered } from '../clock.ts'
import { dots, short, stroke } from '../nodes.ts'
import type { Node, Picture, Point } from '../nodes.ts'
import { along, distance } from '../path-length.ts'
import { drawNumeral, label, moved, numeralOf, numeralShown } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** A road in equal lengths, gone from end to end; a dashed length more where the source says “more than”. */
export function drawDistance(shot: ShotOf<'route'>, stage: Stage): Picture {
  const numeral = numeralOf(stage, shot.distance, shot.more)
  const cells = Math.max(1, Math.round(numeral.number / shot.per))
  const road = roadOf(cells + (numeral.approx ? 1 : 0), stage)
  const whole = lengthOf(road.points)
  const end = numeral.approx ? cells / (cells + 1) : 1
  const gone = moved(stage) * end
  const here = along(road.points, gone)
  const marks = Array.from({ length: cells - 1 }, (_, index) =>
    along(road.points, ((index + 1) / cells) * end),
  )
  const d = `M${road.points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`
  const seen = entered(stage.time)
  const passed = marks.filter((_, index) => (index + 1) / cells <= moved(stage))
  return {
    nodes: [
      stroke(d, 'hair', road.width, {
        opacity: seen,
        dash: `${short(whole * end)} ${short(whole * 2)}`,
      }),
      ...(gone > 0.001
        ? [stroke(d, 'data2', road.width, { dash: `${short(whole * gone)} ${short(whole * 2)}` })]
        : []),
      dots(passed, Math.min(5, road.width * 0.2), 'ground'),
      ...(numeral.approx ? [more(road.points, end, stage)] : []),
      ...words(shot, stage),
    ],
    dot: { ...here, r: Math.max(12, road.width * 0.55) },
  }
}

function more(points: readonly Point[], from: number, stage: Stage): Node {
  const steps = Array.from({ length: 9 }, (_, index) =>
    along(points, from + ((1 - from) * index) / 8),
  )
  const d = `M${steps.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`
  return stroke(d, 'data2', 4, { dash: '2 9', opacity: between(stage.time, stage.phases.numeral) })
}

/** A road that turns at both sides, in as many rows as leave its lengths even. */
function roadOf(cells: number, { layout }: Stage): { points: Point[]; width: number } {
  const isWide = layout.name === 'wide'
  const room = isWide
    ? { left: 560, top: 170, right: 1196, bottom: 520 }
    : { left: 66, top: 520, right: 654, bottom: 970 }
  const rows = Math.max(isWide ? 4 : 5, Math.min(9, Math.round(Math.sqrt(cells * 0.8))))
  const step = (room.bottom - room.top) / (rows - 1)
  const bend = step / 2
  const width = Math.min(36, step * 0.5)
  // Its turns reach out by a bend and half its width.
  const reach = bend + width / 2
  const box = { ...room, left: room.left + reach, right: room.right - reach }
  const points: Point[] = []
  for (let row = 0; row < rows; row++) {
    const y = box.top + row * step
    const isBack = row % 2 === 1
    const [from, to] = isBack ? [box.right, box.left] : [box.left, box.right]
    points.push({ x: from, y }, { x: to, y })
    if (row === rows - 1) break
    const side = isBack ? -1 : 1
    for (let turn = 1; turn < 8; turn++) {
      const angle = (Math.PI * turn) / 8
      points.push({ x: to + side * Math.sin(angle) * bend, y: y + bend - Math.cos(angle) * bend })
    }
  }
  return { points, width }
}

function lengthOf(points: readonly Point[]): number {
  return points
    .slice(1)
    .reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0)
}

function words(shot: ShotOf<'route'>, stage: Stage): Node[] {
  const isWide = stage.layout.name === 'wide'
  const opacity = numeralShown(stage)
  const { before, ...numeral } = numeralOf(stage, shot.distance, shot.more)
  const at = isWide ? { x: 80, y: 380 } : { x: 48, y: 360 }
  const width = isWide ? 440 : 624
  return [
    ...label({ x: at.x, y: at.y - (isWide ? 158 : 122) }, before, {
      size: isWide ? 48 : 52,
      width,
      opacity,
    }),
    ...drawNumeral(
      stage,
      at,
      { ...numeral, before: '' },
      { size: isWide ? 180 : 140, width, opacity },
    ),
    ...label({ x: at.x, y: at.y + (isWide ? 74 : 80) }, shot.label, {
      size: isWide ? 46 : 54,
      width,
      opacity,
    }),
  ]
}
