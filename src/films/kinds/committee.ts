import type { ShotOf } from '../../model/films/shots.ts'
import { between, eased, entered } from '../clock.ts'
import { line, short, stroke, text } from '../nodes.ts'
import type { Box, Node, Picture, Point } from '../nodes.ts'
import { along } from '../path-length.ts'
import type { Stage } from '../stage.ts'
import { planCommittee, sizeIn } from './committee-plan.ts'
import type { CommitteePlan } from './committee-plan.ts'

type Tree = ShotOf<'tree'>

/** A committee grows: its districts stack up behind it, then a line across, then a line down. */
export function drawCommittee(shot: Tree, stage: Stage): Picture {
  const plan = planCommittee(shot, stage)
  const [from, to] = stage.phases.move
  const part = (a: number, b: number) =>
    eased(between(stage.time, [from + (to - from) * a, from + (to - from) * b]))
  const parts = { layers: part(0, 0.3), across: part(0.3, 0.6), down: part(0.6, 1) }
  const { root } = plan
  const middle = { x: root.right, y: (root.top + root.bottom) / 2 }
  const acrossWay = wayTo(plan, 'across', stage)
  const downWay = wayTo(plan, 'down', stage)
  const dot =
    parts.down > 0 && shot.down
      ? along(downWay, parts.down)
      : parts.across > 0 && shot.across
        ? along(acrossWay, parts.across)
        : { x: root.left, y: middle.y }
  return {
    nodes: [
      ...(shot.layers ? layers(shot.layers, root, parts.layers, stage) : []),
      ...box(plan.name, root, { opacity: entered(stage.time), isRoot: true }),
      ...limb(shot.across, plan.across, acrossWay, parts.across, stage),
      ...limb(shot.down, plan.down, downWay, parts.down, stage),
    ],
    dot: { ...dot, r: 13 },
  }
}

function box(
  { lines, size }: CommitteePlan['name'],
  at: Box,
  { opacity, isRoot = false }: { opacity: number; isRoot?: boolean },
): Node[] {
  const middle = { x: (at.left + at.right) / 2, y: (at.top + at.bottom) / 2 }
  const leading = size * 1.24
  const first = middle.y + size * 0.36 - ((lines.length - 1) * leading) / 2
  return [
    {
      kind: 'rect',
      x: at.left,
      y: at.top,
      width: at.right - at.left,
      height: at.bottom - at.top,
      radius: 4,
      fill: isRoot ? 'panel' : 'ground',
      stroke: isRoot ? 'data' : 'data2',
      line: isRoot ? 4 : 2.5,
      opacity,
    },
    ...lines.map((words, index) =>
      text({ x: middle.x, y: first + index * leading }, words, {
        size,
        serif: true,
        anchor: 'middle',
        opacity,
      }),
    ),
  ]
}

function layers(words: string, root: Box, part: number, { layout }: Stage): Node[] {
  const behind = [2, 1].map((order): Node => ({
    kind: 'rect',
    x: root.left + order * 12 * part,
    y: root.top + order * 12 * part,
    width: root.right - root.left,
    height: root.bottom - root.top,
    radius: 4,
    fill: 'ground',
    stroke: 'data2',
    line: 2.5,
    opacity: part,
  }))
  const size = layout.name === 'wide' ? 42 : 52
  return [
    ...behind,
    text({ x: root.left + 30, y: root.bottom + 28 + size }, words, {
      size,
      ink: 'quiet',
      opacity: part,
    }),
  ]
}

function limb(
  shown: Tree['across'],
  boxes: readonly Box[],
  way: readonly Point[],
  part: number,
  { layout }: Stage,
): Node[] {
  if (!shown || part <= 0) return []
  const here = along(way, part)
  const done = `M${way
    .filter((_, index) => index === 0)
    .concat(pointsUntil(way, part), here)
    .map(({ x, y }) => `${short(x)} ${short(y)}`)
    .join('L')}`
  const opacity = between(part, [0.75, 1])
  const isWide = layout.name === 'wide'
  const [first, second] = [way[0] ?? here, way[1] ?? here]
  const size = isWide ? 38 : 52
  const at =
    isWide && first.y === second.y
      ? { x: (first.x + second.x) / 2, y: first.y - 14, anchor: 'middle' as const }
      : {
          x: first.x + 24,
          y: isWide ? second.y - 14 : (boxes[0]?.top ?? 0) - 18,
          anchor: 'start' as const,
        }
  return [
    stroke(done, 'accent', 4),
    ...(shown.label
      ? [text(at, shown.label, { size, ink: 'word', anchor: at.anchor, opacity })]
      : []),
    ...shown.to.flatMap((words, index) => {
      const one = boxes[index]
      const name = one && { lines: [words], size: sizeIn(words, one, isWide ? 44 : 54) }
      return one && name ? box(name, one, { opacity }) : []
    }),
    ...boxes.map((one) => ({
      ...(isWide && first.y !== second.y
        ? line(
            { x: (one.left + one.right) / 2, y: second.y },
            { x: (one.left + one.right) / 2, y: one.top },
            'accent',
            4,
          )
        : line(
            { x: one.left, y: (one.top + one.bottom) / 2 },
            { x: isWide ? one.left - 1 : first.x, y: (one.top + one.bottom) / 2 },
            'accent',
            4,
          )),
      opacity,
    })),
  ]
}

function pointsUntil(way: readonly Point[], part: number): Point[] {
  return way.slice(1, -1).filter((_, index) => (index + 1) / (way.length - 1) <= part)
}

function wayTo(plan: CommitteePlan, which: 'across' | 'down', { layout }: Stage): Point[] {
  const { root } = plan
  const boxes = plan[which]
  const last = boxes.at(-1)
  if (!last) return [{ x: root.left, y: root.top }]
  const middle = (root.top + root.bottom) / 2
  if (layout.name !== 'wide') {
    const x = root.left + 18
    return [
      { x, y: root.bottom },
      { x, y: (last.top + last.bottom) / 2 },
    ]
  }
  if (which === 'across')
    return [
      { x: root.right, y: middle },
      { x: last.left, y: middle },
    ]
  const y = last.top - 42
  return [
    { x: root.left + 18, y: root.bottom },
    { x: root.left + 18, y },
    { x: (last.left + last.right) / 2, y },
  ]
}
