import { timelineOf } from '../content/film-timeline.ts'
import type { TimedShot } from '../content/film-timeline.ts'
import { burnedCaption } from './burned-caption.ts'
import { between, eased, entered, leaving, phasesOf, rate, travelling } from './clock.ts'
import { drawShot } from './kinds/index.ts'
import type { Layout } from './layout.ts'
import { mix, text } from './nodes.ts'
import type { Dot, Node } from './nodes.ts'
import { palettes } from './palette.ts'
import { fitting, sourceLines } from './source-line.ts'
import type { FilmContext, Stage } from './stage.ts'
import { svgOf } from './svg.ts'
import type { DrawText } from './svg.ts'
import { widthOf } from './widths.ts'

/** Frames of a shot. */
export function framesIn({ start, end }: Pick<TimedShot, 'start' | 'end'>): number {
  return Math.round(end * rate) - Math.round(start * rate)
}

/** Seconds into a shot where its picture has come to rest and nothing has begun to leave. */
export function restOf({ shot }: TimedShot): number {
  return shot.seconds - leaving - 1 / rate
}

export function stageOf(film: FilmContext, timed: TimedShot, layout: Layout, time: number): Stage {
  return { film, layout, time, phases: phasesOf(timed.shot.seconds, timed.shot.say) }
}

/** A film's frames as SVG, in one layout. */
export class Frames {
  readonly shots: readonly TimedShot[]

  constructor(
    readonly film: FilmContext,
    readonly layout: Layout,
    private readonly draw?: DrawText,
  ) {
    this.shots = timelineOf(film.storyboard).shots
  }

  /** Frame `index` (from 0) of shot `shot` (from 0). */
  svg(shot: number, index: number): string {
    return this.svgAt(shot, index / rate)
  }

  /** A shot so many seconds in; it leaves and the dot travels on, as in the film. */
  svgAt(shot: number, time: number): string {
    const say = this.shots[shot]?.shot.say ?? ''
    const caption = burnedCaption(say, this.layout, this.film.words)
    const nodes = [...this.nodesAt(shot, time), ...caption]
    return svgOf(nodes, this.layout, this.colours(), this.draw)
  }

  nodesAt(shot: number, time: number): Node[] {
    const timed = this.shots[shot]
    if (!timed) return []
    const stage = stageOf(this.film, timed, this.layout, time)
    const { nodes, dot } = drawShot(timed.shot, stage)
    const left = shot === this.shots.length - 1 ? 0 : between(time, stage.phases.out)
    const faded = (node: Node): Node => ({ ...node, opacity: (node.opacity ?? 1) * (1 - left) })
    const here = this.dotAt(shot, time, dot)
    return [
      ...this.head(shot, stage).map(faded),
      ...nodes.filter(({ isOver }) => !isOver).map(faded),
      ...(here.r > 0.3 ? [{ kind: 'circle' as const, ...here, fill: 'accent' as const }] : []),
      ...nodes.filter(({ isOver }) => isOver).map(faded),
    ]
  }

  /** A shot at rest, without head and dot of its neighbours: the film's cover. */
  cover(): string {
    const index = Math.min(this.shots.length, this.film.storyboard.cover) - 1
    const timed = this.shots[index]
    if (!timed) return svgOf([], this.layout, this.colours(), this.draw)
    const stage = stageOf(this.film, timed, this.layout, restOf(timed))
    const { nodes, dot } = drawShot(timed.shot, stage)
    const { subject, field } = this.film.storyboard
    const { margin, height } = this.layout
    const isWide = this.layout.name === 'wide'
    const [big, small, y] = isWide ? [80, 46, height - 54] : [104, 60, height - 120]
    const over = (node: Node) => Boolean(node.isOver)
    return svgOf(
      [
        ...nodes.filter((node) => !over(node)),
        ...(dot.r > 0.3 ? [{ kind: 'circle' as const, ...dot, fill: 'accent' as const }] : []),
        ...nodes.filter(over),
        text({ x: margin, y }, subject, { size: big, serif: true }),
        text({ x: margin + widthOf(subject, big, 'serif') + 34, y }, field, {
          size: small,
          ink: 'quiet',
        }),
      ],
      this.layout,
      this.colours(),
      this.draw,
    )
  }

  private colours() {
    return palettes[this.film.storyboard.palette]
  }

  /** Where the dot is: it leaves with the picture, and arrives in the next. */
  private dotAt(shot: number, time: number, own: Dot): Dot {
    const timed = this.shots[shot]
    if (!timed) return own
    const leaves = timed.shot.seconds - leaving
    const next = this.shots[shot + 1]
    if (time > leaves && next)
      return travelled(
        this.dotOf(timed, leaves),
        this.dotOf(next, travelling - leaving),
        (time - leaves) / travelling,
      )
    const before = this.shots[shot - 1]
    const arrived = travelling - leaving
    if (time < arrived && before)
      return travelled(
        this.dotOf(before, before.shot.seconds - leaving),
        this.dotOf(timed, arrived),
        (time + leaving) / travelling,
      )
    return own
  }

  private dotOf(timed: TimedShot, time: number): Dot {
    return drawShot(timed.shot, stageOf(this.film, timed, this.layout, time)).dot
  }

  /** Who it is about, the chapter, and where it was read. */
  private head(index: number, { time }: Stage): Node[] {
    const timed = this.shots[index]
    if (!timed || timed.shot.show === 'title') return []
    const { layout, film } = this
    const { subject } = film.storyboard
    const isWide = layout.name === 'wide'
    const [big, small] = isWide ? [36, 34] : [52, 52]
    const lines = sourceLines(film, timed.shot)
    const before = this.shots[index - 1]
    const isNew = (was: string | undefined, is: string | undefined) =>
      was === is ? 1 : entered(time)
    const wasTitle = before?.shot.show === 'title'
    const named = widthOf(subject, big, 'serif')
    const titled = isWide ? 26 + widthOf(timed.chapterTitle, small, 'sans') : 0
    const shown = fitting(lines, small, layout.width - 2 * layout.margin - named - titled - 40)
    const cited = before && !wasTitle ? sourceLines(film, before.shot)[0] : undefined
    const opacity = isNew(cited, lines[0])
    return [
      text({ x: layout.margin, y: layout.head }, subject, {
        size: big,
        serif: true,
        opacity: wasTitle ? entered(time) : 1,
      }),
      ...(isWide
        ? [
            text({ x: layout.margin + named + 26, y: layout.head }, timed.chapterTitle, {
              size: small,
              ink: 'quiet',
              opacity: isNew(wasTitle ? undefined : before?.chapterTitle, timed.chapterTitle),
            }),
          ]
        : []),
      text({ x: layout.width - layout.margin, y: layout.head }, shown, {
        size: small,
        ink: 'quiet',
        anchor: 'end',
        opacity,
      }),
    ]
  }
}

function travelled(from: Dot, to: Dot, part: number): Dot {
  const gone = eased(Math.min(1, part))
  return { ...mix(from, to, gone), r: from.r + (to.r - from.r) * gone }
}
