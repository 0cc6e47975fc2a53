import { short } from './nodes.ts'
import type { Point } from './nodes.ts'

/** The tide of a title: still water ahead, a steep front, ripples behind. Pixels. */
interface Bore {
  width: number
  /** Where still water stands. */
  level: number
  /** Height of the crest. */
  height: number
  /** How far the front has come, 0 to 1. */
  part: number
}

/** Paths of the bore, the crest's own first, and the top of the crest. */
export function bore({ width, level, height, part }: Bore): { lines: string[]; top: Point } {
  const crest = width * (0.066 + 0.75 * part)
  const lines = [0, 1, 2, 3].map((index) => {
    const front = crest - index * 74
    const own = index === 0 ? height : height * (0.42 - index * 0.07)
    const wave = 118 - index * 6
    const under = level + index * height * 0.55
    const points: string[] = []
    for (let x = 0; x <= width; x += 8)
      points.push(`${x} ${short(under - heightAt(front - x, own, wave))}`)
    return `M${points.join('L')}`
  })
  return { lines, top: { x: crest, y: level - height - 4 } }
}

/** Height at a distance behind the front; nothing moves far ahead of it. */
function heightAt(behind: number, height: number, wave: number): number {
  if (behind < -wave / 2) return 0
  if (behind < 0) return (height * (1 + Math.cos((2 * Math.PI * behind) / wave))) / 2
  return height * Math.exp(-behind / (wave * 2.6)) * Math.cos((2 * Math.PI * behind) / wave)
}
