import type { ShotOf } from '../../model/films/shots.ts'
import { between, eased, entered } from '../clock.ts'
import { drawMotif, motifDot } from '../motif.ts'
import { mix, short, stroke, text } from '../nodes.ts'
import type { Dot, Node, Picture, Point } from '../nodes.ts'
import { along } from '../path-length.ts'
import { moved } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { drawCommittee } from './committee.ts'

/** Branches that leave one thing, or a committee with what stands beside and under it. */
export const drawTree: Draw<'tree'> = (shot, stage) =>
  shot.branches ? drawBranches(shot, stage) : drawCommittee(shot, stage)

function drawBranches(shot: ShotOf<'tree'>, stage: Stage): Picture {
  const isWide = stage.layout.name === 'wide'
  const branches = shot.branches ?? []
  const place = isWide ? { x: 130, y: 236, size: 190 } : { x: 64, y: 210, size: 190 }
  const root: Point = isWide ? { x: 380, y: 336 } : { x: 72, y: 420 }
  const ends = branches.map((_, index): Point => {
    const middle = (index + 0.5) / branches.length
    return isWide ? { x: 590, y: 136 + middle * 400 } : { x: 120, y: 430 + middle * 540 }
  })
  const [from, to] = stage.phases.move
  const each = (to - from) / branches.length
  const gone = ends.map((_, index) =>
    eased(between(stage.time, [from + index * each, from + (index + 1) * each])),
  )
  const lines = ends.flatMap((end, index): Node[] =>
    (gone[index] ?? 0) > 0 ? [stroke(bent(root, end, gone[index] ?? 0, isWide), 'accent', 4)] : [],
  )
  const current = gone.findLastIndex((part) => part > 0)
  const here = current < 0 ? root : onBend(root, ends[current] ?? root, gone[current] ?? 0, isWide)
  const dot: Dot = { ...here, r: 14 }
  return {
    nodes: [
      ...(shot.motif ? drawMotif(shot.motif, { ...place, part: entered(stage.time, 1) }) : []),
      ...lines,
      ...branches.flatMap((branch, index) =>
        branchWords(branch, ends[index] ?? root, gone[index] ?? 0, isWide),
      ),
    ],
    dot:
      moved(stage) === 0 && shot.motif
        ? { ...mix(motifDot(shot.motif, place), root, entered(stage.time, 2)), r: 14 }
        : dot,
  }
}

function branchWords(
  { words, note }: { words: string; note?: string },
  end: Point,
  gone: number,
  isWide: boolean,
): Node[] {
  const opacity = between(gone, [0.8, 1])
  const left = end.x + 30
  return [
    text({ x: left, y: end.y + 20 }, words, { size: isWide ? 58 : 60, serif: true, opacity }),
    ...(note
      ? [
          text(isWide ? { x: 1200, y: end.y + 18 } : { x: left, y: end.y + 88 }, note, {
            size: isWide ? 44 : 52,
            ink: 'quiet',
            anchor: isWide ? 'end' : 'start',
            opacity,
          }),
        ]
      : []),
  ]
}

/** A way that leaves and arrives level; upright, it goes down a trunk and turns off. */
function onBend(from: Point, to: Point, part: number, isWide: boolean): Point {
  if (!isWide) return along([from, { x: from.x, y: to.y }, to], part)
  const middle = (from.x + to.x) / 2
  const [one, two] = [
    { x: middle, y: from.y },
    { x: middle, y: to.y },
  ]
  const [a, b, c] = [mix(from, one, part), mix(one, two, part), mix(two, to, part)]
  return mix(mix(a, b, part), mix(b, c, part), part)
}

function bent(from: Point, to: Point, part: number, isWide: boolean): string {
  const points = Array.from({ length: 21 }, (_, index) =>
    onBend(from, to, (part * index) / 20, isWide),
  )
  return `M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`
}
