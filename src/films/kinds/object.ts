import { between } from '../clock.ts'
import { drawMotif, motifDot } from '../motif.ts'
import { dots, short, stroke, text } from '../nodes.ts'
import type { Node } from '../nodes.ts'
import { moved, numeralShown, scatter } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { fitLines, widthOf } from '../widths.ts'

/** A thing of the work on its card, drawn stroke by stroke; the dot is its last. */
export const drawObject: Draw<'object'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const phrases = shot.words.split('/')
  const isShort = widthOf(phrases.join(''), 60, 'serif') <= 700
  const card = isWide
    ? { x: isShort ? 446 : 80, y: 132, width: 388, height: isShort ? 336 : 416 }
    : { x: 120, y: 236, width: 480, height: 480 }
  const size = isWide ? 300 : 340
  const place = { x: card.x + (card.width - size) / 2, y: card.y + (card.height - size) / 2, size }
  const end = motifDot(shot.motif, place)
  const part = moved(stage)
  return {
    nodes: [
      ...(shot.weather ? weather(shot.weather, stage) : []),
      {
        kind: 'rect',
        ...card,
        radius: 16,
        fill: 'panel',
        opacity: between(stage.time, [0.16, 0.48]),
      },
      ...drawMotif(shot.motif, { ...place, part }),
      ...words(phrases, isShort, stage),
    ],
    dot: end,
  }
}

function words(phrases: readonly string[], isShort: boolean, stage: Stage): Node[] {
  const isWide = stage.layout.name === 'wide'
  const opacity = numeralShown(stage)
  if (isWide && isShort)
    return [
      text({ x: 640, y: 540 }, phrases.join(''), {
        size: 60,
        serif: true,
        anchor: 'middle',
        opacity,
      }),
    ]
  const { lines, size } = fitLines(phrases, {
    width: isWide ? 660 : 624,
    sizes: isWide ? [76, 66, 58] : [84, 72, 60],
    most: 3,
  })
  const leading = size * 1.36
  const first = isWide ? 350 - ((lines.length - 1) * leading) / 2 : 842
  return lines.map((line, index) =>
    text({ x: isWide ? 540 : 360 + hanging(line, size), y: first + index * leading }, line, {
      size,
      serif: true,
      anchor: isWide ? 'start' : 'middle',
      opacity,
    }),
  )
}

/** A mark at the end hangs, so that the words of a line stand in the middle. */
function hanging(line: string, size: number): number {
  return /[，。；：、]$/.test(line) ? size / 2 : 0
}

/** Rain or snow behind the card; it falls through the picture's zone only. */
function weather(kind: 'rain' | 'snow', { layout, time }: Stage): Node[] {
  const [top, bottom] = [layout.top + 8, layout.bottom - 44]
  const speed = kind === 'rain' ? 300 : 60
  const drops = Array.from({ length: 46 }, (_, index) => {
    const height = bottom - top
    const fallen = (scatter(index * 3) * height + time * speed) % height
    const x = layout.margin + scatter(index * 3 + 1) * (layout.width - 2 * layout.margin)
    return {
      x: x - (kind === 'rain' ? fallen * 0.1 : 0),
      y: top + fallen,
      long: 22 + 16 * scatter(index * 3 + 2),
    }
  })
  const seen = between(time, [0, 0.32])
  if (kind === 'snow') return [dots(drops, 4, 'scaffold', seen)]
  const d = drops
    .map(({ x, y, long }) => `M${short(x)} ${short(y)}l${short(-long * 0.35)} ${short(long)}`)
    .join('')
  return [stroke(d, 'scaffold', 3, { opacity: seen })]
}
