import { segment } from '../../content/segment.ts'
import { fill, widthOf } from '../widths.ts'

/** Pixels an upright picture has for words. */
const across = 624

/**
 * Lines of an upright picture: as they are written at the largest size at which all fit, else each
 * broken between words by itself, so that a pause stays where it was.
 */
export function fitPhrases(
  written: readonly string[],
  {
    words,
    sizes,
    most,
    room = across,
  }: { words: readonly string[]; sizes: readonly number[]; most: number; room?: number },
): { lines: string[]; size: number } {
  const fits = (line: string, size: number) => widthOf(line, size, 'serif') <= room
  const broken = (line: string, size: number) =>
    fits(line, size) ? [line] : fill(segment(line, words), room, size)
  const tried = [
    ...sizes.map((size) => ({ size, lines: [...written] })),
    ...sizes.map((size) => ({ size, lines: written.flatMap((line) => broken(line, size)) })),
  ]
  const found = tried.find(
    ({ lines, size }) => lines.length <= most && lines.every((line) => fits(line, size)),
  )
  return found ?? tried.at(-1) ?? { lines: [], size: 0 }
}
