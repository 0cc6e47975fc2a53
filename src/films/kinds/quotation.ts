import { between, eased, entered } from '../clock.ts'
import { line, text } from '../nodes.ts'
import type { Node } from '../nodes.ts'
import { numeralShown } from '../stage.ts'
import type { Draw } from '../stage.ts'
import { fitSize } from '../widths.ts'
import { fitPhrases } from './phrases.ts'

const mark =
  'M0 40C0 14 14 2 34 0l3 9C25 13 19 21 19 30h17v34H0zM46 40C46 14 60 2 80 0l3 9C71 13 65 21 65 30h17v34H46z'

/** Line by line, as it was said; the dot becomes the quotation mark. */
export const drawQuotation: Draw<'quotation'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const { lines, size } = isWide
    ? {
        lines: shot.lines,
        size: Math.min(
          shot.lines.length > 2 ? 88 : 110,
          ...shot.lines.map((one) => fitSize(one, { size: 110, width: 1000, face: 'serif' })),
        ),
      }
    : fitPhrases(shot.lines, { words: stage.film.words, sizes: [100, 88, 74], most: 5 })
  const leading = size * (isWide ? 1.4 : 1.36)
  const left = isWide ? 204 : 48
  const first = isWide ? (lines.length > 2 ? 220 : 258) : 390
  const last = first + (lines.length - 1) * leading
  const [from, to] = stage.phases.move
  const each = (to - from) / Math.max(1, lines.length)
  const spoken = lines.map((words, index): Node => {
    const part = between(stage.time, [from + index * each, from + index * each + 0.48])
    return text({ x: left, y: first + index * leading }, words, {
      size,
      serif: true,
      opacity: eased(part),
    })
  })
  const marked = entered(stage.time, 1)
  const place = isWide ? { x: 80, y: 178 } : { x: 48, y: 220 }
  const leaves = between(stage.time, stage.phases.out)
  const small = isWide ? 46 : 54
  const by = `${shot.speaker}${shot.place ? `，${shot.place}` : ''}${shot.retold ? '（转述）' : ''}`
  const opacity = numeralShown(stage)
  return {
    nodes: [
      { kind: 'path', d: mark, fill: 'accent', at: { ...place, scale: 1.15 }, opacity: marked },
      ...spoken,
      {
        ...line(
          { x: left, y: last + size * 0.86 },
          { x: left + 96, y: last + size * 0.86 },
          'text',
          4,
        ),
        opacity,
      },
      text({ x: left + 122, y: last + size * 0.86 + small * 0.33 }, by, {
        size: fitSize(by, { size: small, width: isWide ? 860 : 500, face: 'sans' }),
        ink: 'quiet',
        opacity,
      }),
    ],
    dot: {
      x: place.x + 46,
      y: place.y + 36,
      r: Math.max(0, 15 * (1 - marked), 15 * leaves),
    },
  }
}
