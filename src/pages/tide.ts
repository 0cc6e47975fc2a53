import { generator } from '../study/seeded.ts'

/** A run of the tide line: `paths[0]` is the front in vermilion, the rest are water behind it. */
interface Tide {
  width: number
  height: number
  paths: string[]
}

/**
 * Draw the bore: ripples that grow towards a steep front, and still water ahead of it. The same
 * seed gives the same water, so that a cover never changes between builds.
 */
export function tide(
  seed: string,
  size: { width: number; height: number; lines: number; low?: boolean },
): Tide {
  const random = generator(seed)
  const crest = size.width * (0.5 + random() * 0.22) * (size.low ? 0.28 : 1)
  // A long stretch of water has room for more swells.
  const swell = size.width > size.height * 4 ? 0.034 : 0.055
  const gap = size.height / (size.lines + 2)
  const paths = Array.from({ length: size.lines }, (_, index) =>
    wave({
      width: size.width,
      level: gap * (index + 1.8),
      crest: crest * (1 - index * 0.11),
      amplitude: (size.low ? 0.6 : 1) * gap * (index === 0 ? 1 : 0.75 - index * 0.08),
      length: size.width * (size.low ? 0.6 : 1) * (swell + random() * swell * 0.4),
    }),
  )
  return { width: size.width, height: size.height, paths }
}

interface Wave {
  width: number
  level: number
  /** Where the front stands. */
  crest: number
  amplitude: number
  /** Length of a half-wave. */
  length: number
}

/** Swells run from crest to trough with level tangents, so that the line is smooth throughout. */
function wave({ width, level, crest, amplitude, length }: Wave): string {
  const count = Math.max(3, Math.round(crest / length)) | 1
  const half = crest / count
  const points = Array.from({ length: count }, (_, index) => {
    const growth = ((index + 1) / count) ** 2
    const reach = index === count - 1 ? -1.35 : index % 2 === 0 ? -1 : 0.7
    return { x: half * (index + 1), y: level + amplitude * growth * reach }
  })
  const still = level + amplitude * 0.5
  points.push({ x: crest + half * 0.55, y: still }, { x: width, y: still })
  let at = { x: 0, y: level }
  const curves = points.map((point) => {
    const [dx, dy] = [point.x - at.x, point.y - at.y]
    at = point
    return `c${round(dx * 0.45)} 0 ${round(dx * 0.55)} ${round(dy)} ${round(dx)} ${round(dy)}`
  })
  return `M0 ${round(level)}${curves.join('')}`
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
