import type { ShotOf } from '../../model/films/shots.ts'
import { entered } from '../clock.ts'
import { drawMotif } from '../motif.ts'
import { stroke, text } from '../nodes.ts'
import type { Node } from '../nodes.ts'
import { drawNumeral, label, moved, numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'

type Compare = ShotOf<'compare'>

interface Bars {
  /** Where both stand or hang. */
  ground: number
  longest: number
  centers: readonly [number, number]
  /** Down −1 would be up. */
  sign: 1 | -1
}

/** Two figures on one scale: what is very small is drawn very small. */
export const drawCompare: Draw<'compare'> = (shot, stage) => {
  const bars = barsOf(shot, stage)
  const sides = [shot.left, shot.right].map((side) => ({
    ...side,
    numeral: numeralOf(stage, side.figure),
  }))
  const most = Math.max(1e-9, ...sides.map(({ numeral }) => numeral.number))
  const part = moved(stage)
  const heights = sides.map(({ numeral }) =>
    Math.min((numeral.number / most) * bars.longest, part * bars.longest),
  )
  const ends = sides.map(({ numeral }) => (numeral.number / most) * bars.longest)
  const longest = (ends[1] ?? 0) >= (ends[0] ?? 0) ? 1 : 0
  const x = bars.centers[longest] ?? 0
  const y = bars.ground + bars.sign * (heights[longest] ?? 0)
  return {
    nodes: [
      ...groundOf(shot, bars, stage),
      ...sides.flatMap(({ numeral, label: words }, index) => {
        const center = bars.centers[index] ?? 0
        const height = heights[index] ?? 0
        const top = bars.sign > 0 ? bars.ground : bars.ground - height
        const isHairline = (ends[index] ?? 0) < 4
        const width = isHairline ? 120 : 48
        return [
          {
            kind: 'rect',
            x: center - width / 2,
            y: top,
            width,
            height: Math.max(height, 1),
            fill: 'data',
          } as const,
          ...(shot.motif && bars.sign > 0
            ? drawMotif(shot.motif, {
                x: center - 40,
                y: bars.ground - 84,
                size: 80,
                part: entered(stage.time, 1),
              })
            : []),
          ...figureWords(stage, bars, { index, numeral, words, end: ends[index] ?? 0 }),
        ]
      }),
    ],
    dot: { x, y, r: 16 },
  }
}

function barsOf(shot: Compare, { layout }: Stage): Bars {
  const isDown = shot.direction === 'down'
  if (layout.name === 'wide')
    return isDown
      ? { ground: 206, longest: 336, centers: [420, 980], sign: 1 }
      : { ground: 490, longest: 238, centers: [360, 920], sign: -1 }
  return isDown
    ? { ground: 440, longest: 540, centers: [200, 560], sign: 1 }
    : { ground: 900, longest: 480, centers: [190, 530], sign: -1 }
}

function groundOf(shot: Compare, { ground }: Bars, { layout, time }: Stage): Node[] {
  if (shot.direction === 'down')
    return [
      {
        kind: 'rect',
        x: 0,
        y: ground,
        width: layout.width,
        height: layout.height - ground,
        fill: 'bed',
        isGround: true,
      },
    ]
  const ends = `M${layout.margin} ${ground}H${layout.width - layout.margin}`
  return [stroke(ends, 'scaffold', 3, { opacity: entered(time) })]
}

interface Side {
  index: number
  numeral: ReturnType<typeof numeralOf>
  words: string
  /** Length of the bar when it has grown. */
  end: number
}

function figureWords(stage: Stage, bars: Bars, { index, numeral, words, end }: Side): Node[] {
  const isWide = stage.layout.name === 'wide'
  const opacity = index === 0 ? entered(stage.time, 2) : numeralShown(stage)
  const shown = index === 0 ? opacity : numeralShown(stage)
  const x = bars.centers[index] ?? 0
  const [big, small, above] = isWide ? [104, 46, 42] : [88, 52, 52]
  const unit = isWide ? 56 : 60
  if (bars.sign < 0)
    return [
      ...drawNumeral(stage, { x, y: bars.ground - end - above }, numeral, {
        size: big,
        unit,
        width: isWide ? 500 : 332,
        opacity: numeralShown(stage),
        anchor: 'middle',
      }),
      ...label({ x, y: bars.ground + small + 12 }, words, {
        size: small,
        width: isWide ? 500 : 332,
        anchor: 'middle',
        opacity: entered(stage.time, 1),
      }),
    ]
  // Under a short bar; beside a long one.
  const isShort = end < 90
  const at = isShort
    ? { x, y: bars.ground + end + 96, anchor: 'middle' as const }
    : { x: x - 50, y: bars.ground + end - 74, anchor: 'end' as const }
  const width = isShort ? 300 : isWide ? 320 : 250
  return [
    ...drawNumeral(stage, at, numeral, {
      size: isShort ? big * 0.88 : big,
      unit,
      width,
      opacity: shown,
      anchor: at.anchor,
    }),
    text({ x: at.x, y: at.y + 62 }, words, {
      size: small,
      ink: 'quiet',
      anchor: at.anchor,
      opacity: shown,
    }),
  ]
}
