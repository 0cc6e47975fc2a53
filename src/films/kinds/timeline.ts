import { between, entered } from '../clock.ts'
import { dots, line, mix, short, stroke, text } from '../nodes.ts'
import type { Node, Point } from '../nodes.ts'
import { moved } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import type { ShotOf } from '../../model/films/shots.ts'
import { fitSize } from '../widths.ts'

/** A tick a year, the empty ones too; a year's words come when the dot has come to it. */
export const drawTimeline: Draw<'timeline'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const [from, to]: [Point, Point] = isWide
    ? [
        { x: 96, y: 336 },
        { x: 1184, y: 336 },
      ]
    : [
        { x: 84, y: 250 },
        { x: 84, y: 980 },
      ]
  const first = shot.events[0]?.year ?? 0
  const span = Math.max(1, (shot.events.at(-1)?.year ?? first) - first)
  const partOf = (year: number) => (year - first) / span
  const part = moved(stage)
  const here = mix(from, to, part)
  const years = Array.from({ length: span + 1 }, (_, index) => mix(from, to, index / span))
  const ticks = years
    .map(({ x, y }) => (isWide ? `M${short(x)} ${y - 7}v14` : `M${x - 7} ${short(y)}h14`))
    .join('')
  const places = shot.events.map(({ year }) => mix(from, to, partOf(year)))
  const seen = entered(stage.time)
  return {
    nodes: [
      { ...line(from, to, 'scaffold', 3), opacity: seen },
      stroke(ticks, 'scaffold', 2.5, { opacity: seen }),
      line(from, here, 'accent', 5),
      dots(
        places.filter((_, index) => partOf(shot.events[index]?.year ?? 0) <= part + 0.001),
        9,
        'text',
      ),
      ...(isWide ? labelsAcross(shot, stage, places) : labelsDown(shot, stage, places)),
    ],
    dot: { ...here, r: isWide ? 15 : 18 },
  }
}

type Place = { year: string; words: string; opacity: number; at: Point }

function shownAt(shot: ShotOf<'timeline'>, stage: Stage, places: readonly Point[]): Place[] {
  const first = shot.events[0]?.year ?? 0
  const span = Math.max(1, (shot.events.at(-1)?.year ?? first) - first)
  return shot.events.map(({ year, words }, index) => {
    const when = Math.min((year - first) / span, 0.93)
    const opacity =
      index === 0 ? entered(stage.time, 1) : between(moved(stage), [when, when + 0.07])
    return {
      year: String(year),
      words,
      opacity,
      at: places[index] ?? { x: 0, y: 0 },
    }
  })
}

function labelsAcross(shot: ShotOf<'timeline'>, stage: Stage, places: readonly Point[]): Node[] {
  const last = shot.events.length - 1
  return shownAt(shot, stage, places).flatMap(({ year, words, opacity, at }, index) => {
    const isUnder = index % 2 === 0
    const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle'
    const x = index === 0 ? 80 : index === last ? 1200 : at.x
    const y = isUnder ? 420 : 236
    return [
      text({ x, y }, year, { size: 54, serif: true, anchor, opacity }),
      text({ x, y: y + 56 }, words, {
        size: fitSize(words, { size: 42, width: 330, face: 'sans' }),
        ink: 'quiet',
        anchor,
        opacity,
      }),
    ]
  })
}

/** Beside a standing line: labels keep a distance, and a thin line leads to the year. */
function labelsDown(shot: ShotOf<'timeline'>, stage: Stage, places: readonly Point[]): Node[] {
  const shown = shownAt(shot, stage, places)
  const room = 150
  const tops = shown.map(({ at }) => at.y)
  for (let index = 1; index < tops.length; index++)
    tops[index] = Math.max(tops[index] ?? 0, (tops[index - 1] ?? 0) + room)
  const over = Math.max(0, (tops.at(-1) ?? 0) - 900)
  const moved = tops.map((top, index) => Math.max(250 + index * room, top - over))
  return shown.flatMap(({ year, words, opacity, at }, index): Node[] => {
    const y = moved[index] ?? at.y
    return [
      { ...line({ x: 100, y: at.y }, { x: 140, y: y - 6 }, 'scaffold', 2.5), opacity },
      text({ x: 152, y: y + 12 }, year, { size: 60, serif: true, opacity }),
      text({ x: 152, y: y + 74 }, words, {
        size: fitSize(words, { size: 54, width: 520, face: 'sans' }),
        ink: 'quiet',
        opacity,
      }),
    ]
  })
}
