import { between, eased, entered } from '../clock.ts'
import { dots, hollows, text } from '../nodes.ts'
import type { Box, Node, Point } from '../nodes.ts'
import { drawNumeral, label, numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { dotsOf } from './count.ts'
import { gridOf } from './grid.ts'

/** Pixels that the lit part stands off from the rest. */
const gap = 14

/** All first; then the part lights up, and stands off a little. No percentage, no pie. */
export const drawPartOf: Draw<'part-of'> = (shot, stage) => {
  const whole = numeralOf(stage, shot.whole, shot.more)
  const part = numeralOf(stage, shot.part)
  const [all, lit] = [dotsOf(whole.number, shot.per), dotsOf(part.number, shot.per)]
  const box = room(stage)
  const grid = gridOf(all, box, stage.layout.name === 'wide' ? 46 : 62)
  const r = Math.max(2.4, grid.step * 0.34)
  const [from, to] = stage.phases.move
  const turning = from + (to - from) * 0.78
  const reached = Math.ceil(lit * eased(between(stage.time, [from, turning])))
  const apart = gap * eased(between(stage.time, [turning, to]))
  const shift = (place: Point, isPart: boolean) => ({ ...place, x: place.x - (isPart ? apart : 0) })
  const bright = grid.places.slice(0, reached).map((place) => shift(place, true))
  const rest = grid.places.slice(Math.max(reached, 0))
  const here = bright.at(-1) ?? grid.places[0] ?? { x: 0, y: 0 }
  const seen = entered(stage.time)
  return {
    nodes: [
      dots(rest, r, 'rest', seen),
      dots(bright, r * 1.18, 'accent'),
      ...(whole.approx ? others(grid.places, grid.step, stage, seen) : []),
      ...figures(stage, [
        { numeral: whole, words: shot.whole_label, opacity: entered(stage.time, 1), ink: 'text' },
        { numeral: part, words: shot.part_label, opacity: numeralShown(stage), ink: 'word' },
      ]),
    ],
    dot: { ...here, r: Math.max(9, r * 1.18) },
  }
}

function room({ layout }: Stage): Box {
  return layout.name === 'wide'
    ? { left: 520, top: 120, right: 1150, bottom: 552 }
    : { left: 64, top: 616, right: 610, bottom: 1000 }
}

/** The hollow column for “more than”, at the end of all. */
function others(
  places: readonly Point[],
  step: number,
  { layout }: Stage,
  opacity: number,
): Node[] {
  const bottom = Math.max(...places.map(({ y }) => y))
  const right = Math.max(...places.map(({ x }) => x))
  const x = Math.min(right + step * 1.2 + 12, layout.width - layout.margin - 20)
  const spots = Array.from({ length: 5 }, (_, index) => ({ x, y: bottom - index * 22 }))
  const size = layout.smallest
  return [
    ...hollows(spots, 6.4, 'data2', opacity),
    text({ x, y: bottom - 5 * 22 - 6 }, '余', { size, ink: 'quiet', anchor: 'middle', opacity }),
  ]
}

interface Figure {
  numeral: ReturnType<typeof numeralOf>
  words: string
  opacity: number
  ink: 'text' | 'word'
}

function figures(stage: Stage, shown: readonly [Figure, Figure]): Node[] {
  const isWide = stage.layout.name === 'wide'
  return shown.flatMap(({ numeral, words, opacity, ink }, index) => {
    const at = isWide
      ? { x: 80, y: index === 0 ? 246 : 462 }
      : { x: 48, y: index === 0 ? 282 : 492 }
    const width = isWide ? 380 : 624
    return [
      ...drawNumeral(stage, at, numeral, { size: isWide ? 130 : 120, width, ink, opacity }),
      ...label({ x: at.x, y: at.y + (isWide ? 66 : 70) }, words, {
        size: isWide ? 44 : 52,
        width,
        opacity,
        ink: ink === 'word' ? 'word' : 'quiet',
      }),
    ]
  })
}
