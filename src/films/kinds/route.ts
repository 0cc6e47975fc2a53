import { provinces } from '../../model/films/provinces.ts'
import type { Province } from '../../model/films/provinces.ts'
import type { ShotOf } from '../../model/films/shots.ts'
import { entered } from '../clock.ts'
import { line, mix, short, stroke, text } from '../nodes.ts'
import type { Node, Picture, Point } from '../nodes.ts'
import { drawNumeral, label, moved, numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { drawDistance } from './distance.ts'

type Route = ShotOf<'route'>

/** Column and row of each province: equal tiles that show directions only, no borders, no distances. */
const tiles: Record<Province, readonly [column: number, row: number]> = {
  ...{ 黑: [7, 0], 蒙: [4, 1], 吉: [7, 1], 新: [0, 2], 宁: [3, 2], 晋: [4, 2], 京: [5, 2] },
  ...{ 津: [6, 2], 辽: [7, 2], 青: [1, 3], 甘: [2, 3], 陕: [3, 3], 豫: [4, 3], 冀: [5, 3] },
  ...{ 鲁: [6, 3], 藏: [0, 4], 川: [2, 4], 渝: [3, 4], 鄂: [4, 4], 皖: [5, 4], 苏: [6, 4] },
  ...{ 沪: [7, 4], 云: [2, 5], 贵: [3, 5], 湘: [4, 5], 赣: [5, 5], 浙: [6, 5], 桂: [3, 6] },
  ...{ 粤: [4, 6], 闽: [5, 6], 台: [6, 6], 琼: [3, 7], 澳: [4, 7], 港: [5, 7] },
} as Record<Province, readonly [number, number]>

export const drawRoute: Draw<'route'> = (shot, stage) =>
  shot.distance === undefined ? drawMap(shot, stage) : drawDistance(shot, stage)

function tileOf(province: Province, { layout }: Stage) {
  const [column, row] = tiles[province]
  return layout.name === 'wide'
    ? { x: 420 + column * 96, y: 118 + row * 55, width: 86, height: 46 }
    : { x: 49 + column * 78, y: 430 + row * 72, width: 72, height: 64 }
}

/** Where ways leave and arrive: the corner of a tile, so that neither line nor dot hides its name. */
function gate(province: Province, stage: Stage): Point {
  const { x, y, width } = tileOf(province, stage)
  return { x: x + width, y }
}

/** All provinces; from one to another run so many lines as there are things to tell. */
function drawMap(shot: Route, stage: Stage): Picture {
  const way = [shot.from, ...shot.stops, shot.to].flatMap((one) => one ?? [])
  const ends = new Set(way)
  const part = moved(stage)
  const count = numeralOf(stage, shot.lines).number || 1
  const [from, to] = [way[0] ?? '京', way.at(-1) ?? '京']
  const reached = (province: Province) => part * (way.length - 1) >= way.indexOf(province) - 0.02
  const isLit = (province: Province) => ends.has(province) && reached(province)
  const { rects, names } = tilesOf(isLit, stage)
  const lines = Array.from({ length: Math.min(24, count) }, (_, index) => {
    const spread = (index - (Math.min(24, count) - 1) / 2) * 7
    return arcs(way, { spread, part, lift: 26 + index * 9 }, stage)
  })
  const here = arcPoint(way, { spread: 0, part, lift: 26 + (count - 1) * 4.5 }, stage)
  return {
    nodes: [
      ...rects,
      ...lines.map((d) => stroke(d, from === to ? 'hair' : 'data2', 3)),
      ...names,
      ...sideWords(shot, stage),
    ],
    dot: { ...here, r: 14 },
  }
}

/** The tiles and their names apart: ways run between them, so that a name is never crossed out. */
function tilesOf(
  isLit: (province: Province) => boolean,
  stage: Stage,
): { rects: Node[]; names: Node[] } {
  const opacity = entered(stage.time)
  const rects = provinces.map((province): Node => {
    const fill = isLit(province) ? 'data' : 'tile'
    return { kind: 'rect', ...tileOf(province, stage), radius: 4, fill, opacity }
  })
  const names = provinces.map((province) => {
    const { x, y, width, height } = tileOf(province, stage)
    return text({ x: x + width / 2, y: y + height * 0.78 }, province, {
      size: stage.layout.smallest,
      ink: isLit(province) ? 'onData' : 'quiet',
      anchor: 'middle',
      opacity,
    })
  })
  return { rects, names }
}

interface Arc {
  spread: number
  part: number
  lift: number
}

/** The part of a bent way that has been gone. */
function arcs(way: readonly Province[], arc: Arc, stage: Stage): string {
  const steps = 24 * (way.length - 1)
  const gone = Math.max(0, Math.round(steps * arc.part))
  const points = Array.from({ length: gone + 1 }, (_, index) =>
    arcPoint(way, { ...arc, part: steps === 0 ? 0 : index / steps }, stage),
  )
  return `M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`
}

function arcPoint(way: readonly Province[], { spread, part, lift }: Arc, stage: Stage): Point {
  const legs = Math.max(1, way.length - 1)
  const leg = Math.min(legs - 1, Math.floor(part * legs))
  const own = part * legs - leg
  const [from, to] = [way[leg] ?? '京', way[leg + 1] ?? way[leg] ?? '京']
  const place = mix(gate(from, stage), gate(to, stage), own)
  const bend = Math.sin(Math.PI * own)
  return { x: place.x + bend * spread, y: place.y - bend * lift }
}

function sideWords(shot: Route, stage: Stage): Node[] {
  const isWide = stage.layout.name === 'wide'
  const opacity = numeralShown(stage)
  const numeral = numeralOf(stage, shot.lines)
  const names = entered(stage.time, 1)
  const place = (order: number) =>
    isWide ? { x: 80, y: 458 + order * 78 } : { x: 48 + order * 340, y: 404 }
  const size = isWide ? 46 : 52
  const between = isWide
    ? line({ x: 96, y: 474 }, { x: 96, y: 490 }, 'accent', 4)
    : line({ x: 306, y: 386 }, { x: 366, y: 386 }, 'accent', 4)
  return [
    ...(numeral.value
      ? [
          ...drawNumeral(stage, { x: isWide ? 80 : 48, y: isWide ? 270 : 290 }, numeral, {
            size: isWide ? 150 : 130,
            width: 300,
            opacity,
          }),
          ...label(isWide ? { x: 80, y: 336 } : { x: 380, y: 290 }, shot.label, {
            size: isWide ? 44 : 52,
            width: 290,
            opacity,
          }),
        ]
      : label(isWide ? { x: 80, y: 200 } : { x: 48, y: 290 }, shot.label, {
          size: isWide ? 44 : 54,
          width: isWide ? 310 : 620,
          opacity,
        })),
    ...(shot.from_name
      ? [text(place(0), shot.from_name, { size, serif: true, opacity: names })]
      : []),
    ...(shot.to_name
      ? [{ ...between, opacity }, text(place(1), shot.to_name, { size, serif: true, opacity })]
      : []),
  ]
}
