import type { CitedFact } from '../content/library.ts'
import { filmNumeral } from '../content/film-numeral.ts'
import type { FilmNumeral, More } from '../content/film-numeral.ts'
import type { Storyboard } from '../model/storyboards.ts'
import { between, eased } from './clock.ts'
import type { Phases } from './clock.ts'
import type { Layout } from './layout.ts'
import { text } from './nodes.ts'
import type { Node, Picture, Point } from './nodes.ts'
import type { ShotKind, ShotOf } from '../model/films/shots.ts'
import type { Ink } from './palette.ts'
import { fitSize, widthOf } from './widths.ts'

export interface FilmContext {
  /** Name of the storyboard's file without ending. */
  slug: string
  storyboard: Storyboard
  facts: ReadonlyMap<string, CitedFact>
  /** Words of the site that no line break may part. */
  words: readonly string[]
}

/** Where and when a shot is drawn. */
export interface Stage {
  film: FilmContext
  layout: Layout
  phases: Phases
  /** Seconds since the shot began. */
  time: number
}

export type Draw<Kind extends ShotKind> = (shot: ShotOf<Kind>, stage: Stage) => Picture

/** How far the meaning has moved, 0 to 1. */
export function moved({ time, phases }: Stage): number {
  return eased(between(time, phases.move))
}

/** How far the numeral has come, after the last mark. */
export function numeralShown({ time, phases }: Stage): number {
  return between(time, phases.numeral)
}

/** The numeral of a fact; the check says where there is none. */
export function numeralOf({ film }: Stage, id: string | undefined, more?: More): FilmNumeral {
  const found = id === undefined ? undefined : filmNumeral(film.facts.get(id)?.fact, more)
  return found ?? { before: '', value: '', after: '', number: 0, approx: false }
}

interface NumeralStyle {
  size: number
  /** Font size under which the measure word does not go; the layout's smallest, if not given. */
  unit?: number
  /** Pixels that number and measure word may take. */
  width: number
  ink?: Ink
  opacity?: number
  anchor?: 'start' | 'middle' | 'end'
}

/** A numeral with its measure word on the same baseline; 超过 and 约 stand before it, small. */
export function drawNumeral(
  { layout }: Stage,
  at: Point,
  numeral: FilmNumeral,
  style: NumeralStyle,
): Node[] {
  const { ink = 'text', opacity = 1, anchor = 'start' } = style
  const shares = { value: 1, after: 0.33, before: 0.3 }
  const { unit = layout.smallest } = style
  const measured = (size: number) => {
    const [after, before] = [
      Math.max(unit, size * shares.after),
      Math.max(layout.smallest, size * shares.before),
    ]
    const widths = {
      before: numeral.before ? widthOf(numeral.before, before, 'serif') + size * 0.06 : 0,
      value: widthOf(numeral.value, size, 'serif'),
      after: numeral.after ? widthOf(numeral.after, after, 'serif') + size * 0.06 : 0,
    }
    return { after, before, widths, sum: widths.before + widths.value + widths.after }
  }
  let { size } = style
  while (size > 60 && measured(size).sum > style.width) size -= 4
  const { after, before, widths, sum } = measured(size)
  const left = at.x - (anchor === 'end' ? sum : anchor === 'middle' ? sum / 2 : 0)
  const common = { serif: true, ink, opacity }
  return [
    ...(numeral.before
      ? [text({ x: left, y: at.y }, numeral.before, { ...common, size: before })]
      : []),
    text({ x: left + widths.before, y: at.y }, numeral.value, { ...common, size }),
    ...(numeral.after
      ? [
          text({ x: left + widths.before + widths.value + size * 0.06, y: at.y }, numeral.after, {
            ...common,
            size: after,
          }),
        ]
      : []),
  ]
}

/** A label in the sans face, no larger than fits. */
export function label(
  at: Point,
  words: string | undefined,
  {
    size,
    width,
    ...style
  }: {
    size: number
    width: number
    ink?: Ink
    opacity?: number
    anchor?: 'start' | 'middle' | 'end'
  },
): Node[] {
  if (!words) return []
  return [
    text(at, words, {
      ink: 'quiet',
      ...style,
      size: fitSize(words, { size, width, face: 'sans' }),
    }),
  ]
}

/** A number between 0 and 1 that is always the same for a place in a row: nothing in a film is random. */
export function scatter(index: number): number {
  let state = Math.imul(index + 1, 0x9e3779b1)
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return ((state ^ (state >>> 16)) >>> 0) / 4294967296
}
