import { entered } from '../clock.ts'
import { short, stroke, text } from '../nodes.ts'
import type { Node, Picture, Point } from '../nodes.ts'
import { along } from '../path-length.ts'
import { drawNumeral, label, moved, numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import type { ShotOf } from '../../model/films/shots.ts'

/** So many summits, one after another; none is higher than another, for nobody says so. */
export const drawProfile: Draw<'profile'> = (shot, stage) =>
  stage.layout.name === 'wide' ? drawAcross(shot, stage) : drawUp(shot, stage)

const base = 474
const summit = 316
const snow = 372

function drawAcross(shot: ShotOf<'profile'>, stage: Stage): Picture {
  const peaks = Math.max(1, numeralOf(stage, shot.peaks).number)
  const step = 1120 / peaks
  const points = Array.from({ length: peaks * 2 + 1 }, (_, index) => ({
    x: 80 + (index * step) / 2,
    y: index % 2 === 0 ? base : summit,
  }))
  const here = along(points, moved(stage))
  const gone = [...points.filter(({ x }) => x <= here.x), here]
  const high = (snow - summit) / (base - summit)
  const caps = Array.from({ length: peaks }, (_, index): Point[] => {
    const x = 80 + (index + 0.5) * step
    const half = (step / 2) * high
    return [
      { x: x - half, y: snow },
      { x, y: summit },
      { x: x + half, y: snow },
    ]
  }).filter(([, top]) => (top?.x ?? 0) <= here.x)
  const seen = entered(stage.time)
  return {
    nodes: [
      { kind: 'path', d: `${path(points)}z`, fill: 'bed', opacity: seen },
      stroke(path(points), 'scaffold', 3, { opacity: seen }),
      stroke(path(gone), 'data2', 6),
      ...caps.map((cap) => stroke(path(cap), 'text', 8)),
      ...(shot.line
        ? [stroke(`M80 ${snow}H1200`, 'scaffold', 2.5, { dash: '2 11', opacity: seen })]
        : []),
      ...words(shot, stage, { from: { x: 80, y: 548 }, to: { x: 1200, y: 548 } }),
    ],
    dot: { ...here, r: 16 },
  }
}

/** Upright, the way climbs: a ridge a summit, one above the other. */
function drawUp(shot: ShotOf<'profile'>, stage: Stage): Picture {
  const peaks = Math.max(1, numeralOf(stage, shot.peaks).number)
  const step = Math.min(46, 480 / peaks)
  const tops = Array.from({ length: peaks }, (_, index) => ({
    x: index % 2 === 0 ? 210 + scatterX(index) : 510 - scatterX(index),
    y: 900 - index * step - 60,
  }))
  const here = along(tops, moved(stage))
  const seen = entered(stage.time)
  const ridges = tops.flatMap((top, index): Node[] => {
    const foot = top.y + 84
    const isGone = index / Math.max(1, peaks - 1) <= moved(stage) + 0.001
    const ridge = `M0 ${short(foot)}H${short(top.x - 130)}L${short(top.x)} ${short(top.y)}L${short(top.x + 130)} ${short(foot)}H720`
    const cap = `M${short(top.x - 52)} ${short(top.y + 33)}L${short(top.x)} ${short(top.y)}L${short(top.x + 52)} ${short(top.y + 33)}`
    return [
      { kind: 'path', d: `${ridge}V${short(foot + 12)}H0z`, fill: 'ground' },
      stroke(ridge, isGone ? 'data2' : 'scaffold', 3, { opacity: seen }),
      ...(isGone ? [stroke(cap, 'text', 7)] : []),
    ]
  })
  return {
    nodes: [
      // The nearest ridge lies over those behind it.
      ...groupsBackwards(ridges),
      ...words(shot, stage, { from: { x: 48, y: 1000 }, to: { x: 672, y: 410 } }),
    ],
    dot: { ...here, r: 18 },
  }
}

function groupsBackwards(nodes: readonly Node[]): Node[] {
  const groups: Node[][] = []
  for (const node of nodes) {
    if (node.kind === 'path' && node.fill === 'ground') groups.push([])
    groups.at(-1)?.push(node)
  }
  return groups.reverse().flat()
}

function scatterX(index: number): number {
  return (index * 37) % 90
}

function path(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`
}

function words(
  shot: ShotOf<'profile'>,
  stage: Stage,
  { from, to }: { from: Point; to: Point },
): Node[] {
  const isWide = stage.layout.name === 'wide'
  const opacity = numeralShown(stage)
  const size = isWide ? 46 : 54
  const numeral = numeralOf(stage, shot.peaks)
  const at = isWide ? { x: 80, y: 264 } : { x: 48, y: 276 }
  return [
    text(from, shot.from, { size, serif: true, opacity: entered(stage.time, 1) }),
    text(to, shot.to, { size, serif: true, anchor: 'end', opacity }),
    ...drawNumeral(stage, at, numeral, {
      size: isWide ? 160 : 130,
      width: isWide ? 560 : 624,
      opacity,
    }),
    ...label(isWide ? { x: 1200, y: 264 } : { x: 48, y: 350 }, shot.line, {
      size: isWide ? 44 : 52,
      width: isWide ? 460 : 624,
      anchor: isWide ? 'end' : 'start',
      opacity,
    }),
  ]
}
