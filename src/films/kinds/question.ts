import { between, eased } from '../clock.ts'
import { lengthOf } from '../path-length.ts'
import { mix, short, stroke, text } from '../nodes.ts'
import { moved } from '../stage.ts'
import type { Draw } from '../stage.ts'
import { fitSize } from '../widths.ts'
import { fitPhrases } from './phrases.ts'

const hook = 'M136 238a92 92 0 1 1 142 78c-34 22-48 44-48 88v14'

/** The dot falls, and is the point of the question mark. */
export const drawQuestion: Draw<'question'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const shift = isWide ? { x: 0, y: 0, scale: 1 } : { x: -80, y: 90, scale: 1 }
  const point = { x: 230 + shift.x, y: 486 + shift.y }
  const part = moved(stage)
  const { lines, size } = isWide
    ? {
        lines: shot.lines,
        size: Math.min(
          88,
          ...shot.lines.map((one) => fitSize(one, { size: 88, width: 730, face: 'serif' })),
        ),
      }
    : fitPhrases(shot.lines, { words: stage.film.words, sizes: [84, 72, 62], most: 4 })
  const leading = size * (!isWide && lines.length > 3 ? 1.22 : 1.34)
  const first = isWide ? 358 - ((lines.length - 1) * leading) / 2 : lines.length > 3 ? 700 : 716
  const [from, to] = stage.phases.move
  const each = (to - from) / (lines.length + 1)
  const whole = lengthOf(hook)
  const dash = part < 1 ? { dash: `${short(whole * part)} ${short(whole * 2)}` } : {}
  return {
    nodes: [
      ...(part > 0 ? [stroke(hook, 'text', 16, { at: shift, ...dash })] : []),
      ...lines.map((words, index) =>
        text({ x: isWide ? 470 : 48, y: first + index * leading }, words, {
          size,
          serif: true,
          opacity: eased(
            between(stage.time, [from + (index + 1) * each, from + (index + 1) * each + 0.4]),
          ),
        }),
      ),
    ],
    dot: { ...mix({ x: point.x, y: point.y - 330 }, point, part * part), r: isWide ? 21 : 24 },
  }
}
