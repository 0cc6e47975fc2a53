import { eastAsianWidth } from 'get-east-asian-width'
import { escapeHtml } from '../../formats/xml.ts'
import { shareSize } from './card.ts'
import type { ShareCard } from './card.ts'

/** The light colours of `theme/styles/tokens.css`: an image knows no reader's settings. */
const colours = {
  paper: '#faf6ee',
  ink: '#1b1916',
  quiet: '#514a40',
  accent: '#c8371b',
  eyebrow: '#971d0d',
}
const margin = 88
/** Sizes a title is tried in, from the largest; the last holds any title the model allows. */
const sizes = [76, 66, 58, 50]
const leading = 1.36

/** A share image as SVG: paper, words, and the one motif. Every text is a `<text>` in the given family. */
export function drawCard(card: ShareCard, family: string): string {
  const { width, height } = shareSize
  const { lines, size } = fitTitle(card.parts, width - 2 * margin)
  const block = lines.length * size * leading
  const top = (height - 60 - block) / 2 + size * 0.92
  const text = (content: string, x: number, y: number, px: number, fill: string, weight: number) =>
    `<text x="${x}" y="${Math.round(y)}" font-size="${px}" font-weight="${weight}" fill="${fill}">${escapeHtml(content)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${escapeHtml(family)}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    card.eyebrow && text(card.eyebrow, margin, 104, 32, colours.eyebrow, 700),
    ...lines.map((line, index) =>
      text(line, margin, top + index * size * leading, size, colours.ink, 700),
    ),
    tideLine(width, height),
    text(card.name, margin, height - 52, 36, colours.ink, 700),
    card.title === card.tagline
      ? ''
      : text(
          card.tagline,
          margin + widthOf(card.name) * 36 + 24,
          height - 52,
          28,
          colours.quiet,
          400,
        ),
    '</svg>',
  ].join('')
}

/** The mark's wave, drawn across the image: still water ahead, a steep front, ripples behind. */
function tideLine(width: number, height: number): string {
  const y = height - 128
  const path = `M0 ${y}h560c60 0 64-14 124-14 72 0 66 22 134 22 90 0 74-58 164-58 88 0 56 68 144 68h${width - 1126}`
  return `<path d="${path}" fill="none" stroke="${colours.accent}" stroke-width="6" stroke-linecap="round"/>`
}

/** The largest size at which a title takes no more lines than look well. */
function fitTitle(parts: readonly string[], width: number): { lines: string[]; size: number } {
  const tried = sizes.map((size) => ({ size, lines: fill(parts, width / size) }))
  const fits = tried.find(({ lines }, index) => lines.length <= 2 + Math.min(index, 2))
  return fits ?? tried.at(-1) ?? { size: 50, lines: [parts.join('')] }
}

/** Lines filled with parts; a part wider than a line is cut between characters. */
function fill(parts: readonly string[], ems: number): string[] {
  const pieces = parts.flatMap((part) => (widthOf(part) > ems ? [...part] : [part]))
  const lines: string[] = []
  for (const piece of pieces) {
    const line = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && widthOf(line) <= ems) lines[lines.length - 1] = line
    else lines.push(piece)
  }
  return lines
}

/** Width in ems, a little generous: a full-width character is one, any other about half. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true }) === 2 ? 1 : 0.58
  return width
}
