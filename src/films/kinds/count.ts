import { between, eased, entered } from '../clock.ts'
import { drawMotif, motifDot } from '../motif.ts'
import { dots, hollows, line, mix, stroke, text } from '../nodes.ts'
import type { Box, Node, Picture, Point } from '../nodes.ts'
import { along } from '../path-length.ts'
import { drawNumeral, label, moved, numeralOf, numeralShown, scatter } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import type { ShotOf } from '../../model/films/shots.ts'
import { gridOf, houseOf } from './grid.ts'
import type { Grid } from './grid.ts'

type Count = ShotOf<'count'>
/** Hollow dots that stand for “more than”, without saying how many. */
const beyond = 6
/** Dots that can be told apart. */
export const mostDots = 3000

export const drawCount: Draw<'count'> = (shot, stage) => {
  if (shot.none) return drawNone(shot.none, stage)
  if (shot.quiet) return drawQuiet(shot, stage)
  if (shot.among) return drawAmong(shot, shot.among, stage)
  return shot.find ? drawFind(shot, stage) : drawGathering(shot, stage)
}

/** How many whole dots a figure has. */
export function dotsOf(number: number, per: number): number {
  return Math.min(mostDots, Math.round(number / per))
}

function numeralNodes(shot: Count, stage: Stage, opacity: number): Node[] {
  const isWide = stage.layout.name === 'wide'
  const numeral = numeralOf(stage, shot.figure, shot.more)
  const left = stage.layout.margin
  return isWide
    ? [
        ...drawNumeral(stage, { x: left, y: 400 }, numeral, { size: 196, width: 430, opacity }),
        ...label({ x: left, y: 474 }, shot.label, { size: 46, width: 430, opacity }),
      ]
    : [
        ...drawNumeral(stage, { x: left, y: 350 }, numeral, { size: 190, width: 624, opacity }),
        ...label({ x: left, y: 432 }, shot.label, { size: 56, width: 624, opacity }),
      ]
}

function room({ layout }: Stage): Box {
  return layout.name === 'wide'
    ? { left: 556, top: 130, right: 1200, bottom: 548 }
    : { left: 48, top: 490, right: 672, bottom: 1000 }
}

/** Dots from everywhere come together; the numeral follows when the last has landed. */
function drawGathering(shot: Count, stage: Stage): Picture {
  const numeral = numeralOf(stage, shot.figure, shot.more)
  const count = dotsOf(numeral.number, shot.per)
  const all = numeral.approx ? count + beyond : count
  const grid: Grid =
    shot.shape === 'house'
      ? houseOf(count, room(stage), all - count)
      : gridOf(all, room(stage), stage.layout.name === 'wide' ? 64 : 84)
  const r = Math.max(2.4, grid.step * 0.36)
  const now = grid.places.map((place, index) =>
    shot.shape === 'columns' ? fallen(place, index / all, stage) : gathered(place, index, stage),
  )
  const last = now[count - 1] ?? { x: 0, y: 0 }
  const seen = entered(stage.time)
  return {
    nodes: [
      dots(
        now.slice(0, count - 1).filter(({ y }) => y > stage.layout.top),
        r,
        'data',
        seen,
      ),
      ...hollows(now.slice(count), r - 1.2, 'data2', numeralShown(stage)),
      ...numeralNodes(shot, stage, numeralShown(stage)),
    ],
    dot: { ...last, y: Math.max(last.y, stage.layout.top + r), r: Math.max(9, r * 1.25) },
  }
}

function gathered(place: Point, index: number, { layout, time, phases }: Stage): Point {
  const from = {
    x: layout.margin + scatter(index * 2) * (layout.width - 2 * layout.margin),
    y: layout.top + 20 + scatter(index * 2 + 1) * (layout.bottom - layout.top - 40),
  }
  const [start, end] = phases.move
  const delay = scatter(index * 7 + 3) * 0.3 * (end - start)
  return mix(from, place, eased(between(time, [start + delay, end - 0.3 * (end - start) + delay])))
}

function fallen(place: Point, order: number, { layout, time, phases }: Stage): Point {
  const [start, end] = phases.move
  const from = start + order * (end - start) * 0.82
  const part = between(time, [from, from + (end - start) * 0.18])
  return mix({ x: place.x, y: layout.top - 4 }, place, part * part)
}

/** So many rings, of which the figure fills some, one after the other; the rest stay empty. */
function drawAmong(shot: Count, among: number, stage: Stage): Picture {
  const { number } = numeralOf(stage, shot.figure, shot.more)
  const box = room(stage)
  // A week stands in one row.
  const grid = gridOf(among, box, Math.max(64, (box.right - box.left) / among))
  const r = grid.step * 0.34
  const part = moved(stage)
  const reached = Math.min(number, Math.floor(part * number + 0.001))
  const first = grid.places[0] ?? { x: 0, y: 0 }
  const way = [{ x: first.x - grid.step, y: first.y }, ...grid.places.slice(0, number)]
  return {
    nodes: [
      ...hollows(grid.places, r, 'data2', entered(stage.time)),
      dots(grid.places.slice(0, reached), r, 'data'),
      ...numeralNodes(shot, stage, numeralShown(stage)),
    ],
    dot: { ...along(way, part), r: r * 0.8 },
  }
}

/** Empty cells; the dot goes through them row by row to the one it looks for. */
function drawFind(shot: Count, stage: Stage): Picture {
  const numeral = numeralOf(stage, shot.figure, shot.more)
  const grid = gridOf(dotsOf(numeral.number, shot.per), room(stage), 40)
  const rows = rowsOf(grid.places)
  const way = rows.flatMap((row, index) => {
    const ends = [row[0], row.at(-1)].flatMap((point) => point ?? [])
    return index % 2 === 0 ? ends : ends.reverse()
  })
  const box = room(stage)
  const size = 110
  const place = {
    x: (box.left + box.right) / 2 - size / 2,
    y: (box.top + box.bottom) / 2 - size / 2,
    size,
  }
  const half = way.slice(0, Math.max(2, Math.ceil(way.length / 2)))
  const found = numeralShown(stage)
  const end = motifDot(shot.find ?? 'parcel', place)
  const going = along([...half, end], moved(stage))
  const isNear = ({ x, y }: Point) =>
    Math.abs(x - place.x - size / 2) < size * 0.72 && Math.abs(y - place.y - size / 2) < size * 0.72
  const r = grid.step * 0.3
  const cells = (places: readonly Point[]) =>
    places.map(({ x, y }) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`).join('')
  const [near, far] = [grid.places.filter(isNear), grid.places.filter((one) => !isNear(one))]
  const seen = entered(stage.time)
  return {
    nodes: [
      stroke(cells(far), 'rest', 1.6, { opacity: seen * (1 - 0.55 * found), box }),
      stroke(cells(near), 'rest', 1.6, { opacity: seen * (1 - found) }),
      ...drawMotif(shot.find ?? 'parcel', { ...place, part: found }),
      ...numeralNodes(shot, stage, entered(stage.time, 1)),
    ],
    dot: { ...going, r: Math.max(10, end.r) },
  }
}

function rowsOf(places: readonly Point[]): Point[][] {
  const rows = new Map<number, Point[]>()
  for (const place of places) {
    const key = Math.round(place.y * 10)
    rows.set(key, [...(rows.get(key) ?? []), place])
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** A figure beside a thing: for people who are no dots. */
function drawQuiet(shot: Count, stage: Stage): Picture {
  const isWide = stage.layout.name === 'wide'
  const place = isWide ? { x: 780, y: 170, size: 320 } : { x: 150, y: 520, size: 420 }
  const motif = shot.quiet ?? 'home'
  const end = motifDot(motif, place)
  const part = moved(stage)
  return {
    nodes: [
      ...drawMotif(motif, { ...place, part, ink: 'data' }),
      ...numeralNodes(shot, stage, numeralShown(stage)),
    ],
    dot: { ...mix({ x: end.x, y: end.y - 60 }, end, part), r: end.r },
  }
}

/** What there was none of: boxes that stay empty, and a dot that goes past them. */
function drawNone(none: readonly string[], stage: Stage): Picture {
  const { layout } = stage
  const isWide = layout.name === 'wide'
  const way: [Point, Point] = isWide
    ? [
        { x: 80, y: 424 },
        { x: 1200, y: 424 },
      ]
    : [
        { x: 96, y: 240 },
        { x: 96, y: 990 },
      ]
  const here = mix(...way, moved(stage))
  const step = (isWide ? 1120 : 740) / none.length
  const boxes = none.flatMap((words, index): Node[] => {
    const middle = (index + 0.5) * step
    const passed = isWide ? here.x > 80 + middle : here.y > 250 + middle
    const at = isWide
      ? { x: 80 + middle - 120, y: 160, width: 240, height: 200 }
      : { x: 160, y: 250 + middle - 90, width: 200, height: 180 }
    return [
      {
        kind: 'rect',
        ...at,
        radius: 4,
        stroke: 'data2',
        line: 3,
        opacity: entered(stage.time, index),
      },
      text(isWide ? { x: 80 + middle, y: 506 } : { x: 400, y: 250 + middle + 22 }, words, {
        size: isWide ? 58 : 64,
        serif: true,
        anchor: isWide ? 'middle' : 'start',
        opacity: passed ? 1 : 0,
      }),
    ]
  })
  return {
    nodes: [...boxes, line(way[0], here, 'accent', 4)],
    dot: { ...here, r: isWide ? 15 : 18 },
  }
}
