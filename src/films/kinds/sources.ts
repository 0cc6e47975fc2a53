import { segment } from '../../content/segment.ts'
import { factsOf } from '../../content/film-timeline.ts'
import type { Source } from '../../model/sources.ts'
import { between, entered } from '../clock.ts'
import { dots, line, mix, text } from '../nodes.ts'
import type { Node, Point } from '../nodes.ts'
import { moved } from '../stage.ts'
import type { Draw, FilmContext, Stage } from '../stage.ts'
import { fill, fitSize } from '../widths.ts'

interface SourceShown {
  source: Source
  /** As the picture names it. */
  name: string
  /** How many of its facts the film rests on. */
  count: number
}

/** What a picture calls a source: the storyboard's short name, or its publisher. */
export function nameOf({ storyboard }: Pick<FilmContext, 'storyboard'>, source: Source): string {
  return storyboard.sources[source.id] ?? source.publisher
}

/** The sources of a film in the order they appear. */
function sourcesOf(film: FilmContext): SourceShown[] {
  const found = new Map<string, SourceShown>()
  for (const id of factsOf(film.storyboard)) {
    const source = film.facts.get(id)?.source
    if (!source) continue
    const before = found.get(source.id)
    found.set(source.id, { source, name: nameOf(film, source), count: (before?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** The dot goes along the list; behind each source, a dot for each fact taken from it. */
export const drawSources: Draw<'sources'> = (_shot, stage) => {
  const all = sourcesOf(stage.film)
  const isWide = stage.layout.name === 'wide'
  const isRoomy = isWide && all.length <= mostTitled
  const rows = !isWide
    ? rowsDown(all.length)
    : isRoomy
      ? blocksOf(all.length)
      : rowsIn(all.length, { x: 94, top: 192, bottom: 518, step: 100 })
  const part = moved(stage)
  const last = Math.max(1, rows.length - 1)
  const at = part * last
  const here = mix(
    rows[Math.floor(at)] ?? rows[0] ?? { x: 0, y: 0 },
    rows[Math.ceil(at)] ?? rows.at(-1) ?? { x: 0, y: 0 },
    at - Math.floor(at),
  )
  return {
    nodes: all.flatMap((shown, index) => {
      const seen = index === 0 ? entered(stage.time) : between(at, [index - 0.5, index])
      const place = rows[index] ?? here
      return isRoomy
        ? blockNodes(shown, place, stage, { opacity: seen, part, many: all.length })
        : rowNodes(shown, place, stage, seen)
    }),
    dot: { ...here, r: isWide ? 13 : 16 },
  }
}

/** Sources so few that a wide picture has room for their titles. */
const mostTitled = 2

/** Where the name of each titled source stands: one fills the picture, two share it. */
function blocksOf(count: number): Point[] {
  const height = 424 / count
  return Array.from({ length: count }, (_, index) => ({
    x: 94,
    y: 130 + index * height + (count === 1 ? 66 : 44),
  }))
}

/** A source with its title, and its facts one by one as the dot goes along. */
function blockNodes(
  { source, name, count }: SourceShown,
  at: Point,
  { film, layout }: Stage,
  { opacity, part, many }: { opacity: number; part: number; many: number },
): Node[] {
  const [size, written, gap] = many === 1 ? [84, 46, 106] : [62, 40, 66]
  const left = at.x + 30
  const right = layout.width - layout.margin
  const lines = fill(segment(source.title, film.words), right - left, written)
  const step = many === 1 ? Math.min(52, (right - left) / count) : Math.min(34, 330 / count)
  const marks = Array.from({ length: count }, (_, index) =>
    many === 1
      ? { x: left + 14 + index * step, y: 500 }
      : { x: right - 12 - (count - 1 - index) * step, y: at.y },
  )
  const told = many === 1 ? Math.ceil(part * count) : count
  return [
    text({ x: left, y: at.y + size * 0.34 }, name, { size, serif: true, opacity }),
    text({ x: many === 1 ? right : 620, y: at.y + 14 }, source.published ?? '日期未见', {
      size: many === 1 ? 46 : 38,
      ink: 'quiet',
      anchor: many === 1 ? 'end' : 'start',
      opacity,
    }),
    ...(lines.length > 2 ? [] : lines).map((words, index) =>
      text({ x: left, y: at.y + gap + size * 0.34 + index * written * 1.3 }, words, {
        size: written,
        ink: 'quiet',
        opacity,
      }),
    ),
    dots(marks.slice(0, told), Math.min(many === 1 ? 15 : 11, step * 0.36), 'data', opacity),
  ]
}

function rowsIn(
  count: number,
  { x, top, bottom, step }: { x: number; top: number; bottom: number; step: number },
): Point[] {
  const apart = Math.min(step, (bottom - top) / Math.max(1, count - 1))
  return Array.from({ length: count }, (_, index) => ({ x, y: top + index * apart }))
}

/** Upright, a short list stands towards the middle of the picture. */
function rowsDown(count: number): Point[] {
  const step = 176
  const free = Math.max(0, 670 - (count - 1) * step)
  return rowsIn(count, { x: 66, top: 236 + free * 0.35, bottom: 906, step })
}

function rowNodes(
  { source, name, count }: SourceShown,
  at: Point,
  { layout, film }: Stage,
  opacity: number,
): Node[] {
  const isWide = layout.name === 'wide'
  const many = sourcesOf(film).length
  const size = isWide ? (many > 7 ? 34 : many > 4 ? 42 : 50) : 56
  const right = layout.width - layout.margin
  const step = Math.min(38, (isWide ? 330 : 260) / Math.max(1, count))
  const marks = Array.from({ length: count }, (_, index) => ({
    x: right - 12 - (count - 1 - index) * step,
    y: isWide || many > 6 ? at.y : at.y + 62,
  }))
  // Upright, two lines a source need room.
  const date = isWide || many < 7 ? (source.published ?? '日期未见') : ''
  return [
    text({ x: at.x + 30, y: at.y + size * 0.34 }, name, {
      size: fitSize(name, { size, width: isWide ? 480 : many > 6 ? 380 : 570, face: 'serif' }),
      serif: true,
      opacity,
    }),
    text(isWide ? { x: 620, y: at.y + 14 } : { x: at.x + 30, y: at.y + 80 }, date, {
      size: isWide ? (many > 7 ? 34 : 38) : 52,
      ink: 'quiet',
      opacity,
    }),
    dots(marks, Math.min(11, step * 0.36), 'data', opacity),
    ...(isWide && many < 5
      ? [{ ...line({ x: 80, y: at.y + 50 }, { x: right, y: at.y + 50 }, 'hair', 2), opacity }]
      : []),
  ]
}
