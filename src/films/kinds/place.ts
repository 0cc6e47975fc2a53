import { entered } from '../clock.ts'
import { mix, stroke, text } from '../nodes.ts'
import type { Box, Node, Point } from '../nodes.ts'
import { label, moved, numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { between } from '../clock.ts'
import { fitSize, widthOf } from '../widths.ts'

/** From the outer box to the inmost one: no shapes, no directions, no scale. */
export const drawPlace: Draw<'place'> = (shot, stage) => {
  const boxes = boxesOf(shot.levels.length, stage)
  const inner = boxes.at(-1) ?? { left: 0, top: 0, right: 0, bottom: 0 }
  const isWide = stage.layout.name === 'wide'
  const part = moved(stage)
  const outer = boxes[0] ?? inner
  const start = { x: outer.left, y: outer.bottom }
  const size = fitSize(shot.last, {
    size: 92,
    width: inner.right - inner.left - 110,
    face: 'serif',
  })
  const base =
    shot.levels.length === 1 && isWide
      ? inner.top + 240
      : inner.top +
        (isWide ? 168 : Math.round((inner.bottom - inner.top) * (shot.units ? 0.42 : 0.5)))
  const end: Point = { x: inner.left + 42, y: base - size * 0.34 }
  const shownAt = (index: number) => {
    const from = (index / boxes.length) * 0.72
    return index === 0 ? entered(stage.time) : between(part, [from, from + 0.24])
  }
  return {
    nodes: [
      ...boxes.flatMap(({ left, top, right, bottom }, index): Node[] => {
        const isLast = index === boxes.length - 1
        const opacity = shownAt(index)
        return [
          {
            kind: 'rect',
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            radius: 6,
            ...(isLast ? { fill: 'panel' as const } : {}),
            stroke: isLast ? 'data' : 'data2',
            line: isLast ? 3 : 2.5,
            opacity,
          },
          text({ x: left + 26, y: top + (isWide ? 56 : 70) }, shot.levels[index] ?? '', {
            size: isWide ? 44 : 54,
            ink: 'quiet',
            opacity,
          }),
        ]
      }),
      text({ x: inner.left + 72, y: base }, shot.last, {
        size,
        serif: true,
        opacity: between(part, [0.8, 1]),
      }),
      ...unitsOf(shot.units, shot.units_label, stage, {
        inner,
        base,
        left: inner.left + 72 + widthOf(shot.last, size, 'serif'),
      }),
    ],
    dot: { ...mix(start, end, part), r: isWide ? 14 : 18 },
  }
}

function boxesOf(count: number, { layout }: Stage): Box[] {
  const inset =
    layout.name === 'wide'
      ? { left: count > 2 ? 210 : 260, top: 76, right: 24, bottom: 22 }
      : { left: 36, top: 150, right: 20, bottom: 24 }
  const outer =
    layout.name === 'wide'
      ? { left: 80, top: 128, right: 1200, bottom: 552 }
      : { left: 48, top: 210, right: 672, bottom: 960 }
  return Array.from({ length: count }, (_, index) => ({
    left: outer.left + index * inset.left,
    top: outer.top + index * inset.top,
    right: outer.right - index * inset.right,
    bottom: outer.bottom - index * inset.bottom,
  }))
}

/** A small roof for each of the places inside. */
function unitsOf(
  id: string | undefined,
  words: string | undefined,
  stage: Stage,
  { inner, base, left }: { inner: Box; base: number; left: number },
): Node[] {
  if (id === undefined) return []
  const isWide = stage.layout.name === 'wide'
  const numeral = numeralOf(stage, id)
  const opacity = numeralShown(stage)
  const from = isWide ? left + 36 : inner.left + 40
  const step = Math.min(30, (inner.right - 24 - from) / Math.max(1, numeral.number))
  const y = isWide ? base - 34 : base + 120
  const k = step / 22
  const roofs = Array.from({ length: numeral.number }, (_, index) => {
    const x = from + index * step
    return `M${Math.round(x * 10) / 10} ${y}v${-11 * k}l${8 * k} ${-8 * k} ${8 * k} ${8 * k}v${11 * k}z`
  }).join('')
  return [
    stroke(roofs, 'text', 2.6, { opacity }),
    ...label(
      { x: from, y: y + (isWide ? 56 : 80) },
      `${numeral.value}${numeral.after}${words ?? ''}`,
      {
        size: isWide ? 42 : 52,
        width: inner.right - 20 - from,
        opacity,
      },
    ),
  ]
}
