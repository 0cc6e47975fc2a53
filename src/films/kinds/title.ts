import { segment } from '../../content/segment.ts'
import { bore } from '../bore.ts'
import { between } from '../clock.ts'
import { stroke, text } from '../nodes.ts'
import type { Node } from '../nodes.ts'
import { moved, numeralShown } from '../stage.ts'
import type { Draw } from '../stage.ts'
import { fitLines, widthOf } from '../widths.ts'

/** The crest runs from left to right; the word it reaches lights up. The dot stays on the crest. */
export const drawTitle: Draw<'title'> = (shot, stage) => {
  const { layout, film } = stage
  const isWide = layout.name === 'wide'
  const { title } = film.storyboard
  const phrases = title.includes('/') ? title.split('/') : segment(title, film.words)
  const width = layout.width - 2 * layout.margin
  const { lines, size } = isWide ? fitWide(phrases, width) : fitUpright(phrases, width)
  const part = moved(stage)
  const first = isWide ? (lines.length > 1 ? 172 : 252) : lines.length > 3 ? 256 : 330
  const leading = size * (isWide ? 1.2 : 1.24)
  const last = first + (lines.length - 1) * leading
  const level = isWide ? 440 : 800
  const crest = bore({ width: layout.width, level, height: isWide ? 60 : 72, part })
  const words = lit(phrases, lines, part).flatMap(({ text: words, row, before, seen }): Node[] => [
    text({ x: layout.margin + widthOf(before, size, 'serif'), y: first + row * leading }, words, {
      size,
      serif: true,
      opacity: seen,
    }),
  ])
  const sub = { x: layout.margin, y: isWide ? Math.min(last + 72, 360) : 980 }
  const isMarked = title.includes('示例')
  const example = film.storyboard.example && !isMarked ? '示例 · ' : ''
  return {
    nodes: [
      ...words,
      ...crest.lines.map((d, index) =>
        index === 0
          ? stroke(d, 'accent', 4)
          : stroke(d, 'scaffold', 2, { opacity: 0.75 - index * 0.15, isGround: true }),
      ),
      text(sub, `${example}${shot.sub}`, {
        size: isWide ? 42 : 54,
        ink: 'quiet',
        opacity: numeralShown(stage),
      }),
    ],
    dot: { ...crest.top, r: isWide ? 15 : 18 },
  }
}

/** One line as large as it can be, or two that leave the tide its room. */
function fitWide(phrases: readonly string[], width: number): { lines: string[]; size: number } {
  const one = fitLines(phrases, { width, sizes: [122, 110, 100], most: 1 })
  return one.lines.length === 1
    ? one
    : fitLines(phrases, { width, sizes: [98, 90, 80, 72], most: 2 })
}

/** Up to three large lines, none of a single character, or four that end above the tide. */
function fitUpright(phrases: readonly string[], width: number): { lines: string[]; size: number } {
  const tried = [132, 116, 100].map((size) => fitLines(phrases, { width, sizes: [size], most: 3 }))
  const suits = tried.find(
    ({ lines, size }) =>
      lines.length <= 3 &&
      lines.every((line) => line.length > 1 && widthOf(line, size, 'serif') <= width),
  )
  return suits ?? fitLines(phrases, { width, sizes: [112, 100, 88, 78], most: 4 })
}

interface LitPhrase {
  text: string
  row: number
  /** What stands before it in its line. */
  before: string
  seen: number
}

function lit(phrases: readonly string[], lines: readonly string[], part: number): LitPhrase[] {
  let [row, before] = [0, '']
  return phrases.map((phrase, index) => {
    if (before.length + phrase.length > (lines[row]?.length ?? 0) && before !== '') {
      row += 1
      before = ''
    }
    const from = (index + 0.35) / (phrases.length + 0.35)
    const found = { text: phrase, row, before, seen: between(part, [from - 0.12, from]) }
    before += phrase
    return found
  })
}
