/** The tide line of a film, drawn for one moment: still water ahead, a steep front, ripples behind. */
export interface Bore {
  /** Pixels. */
  width: number
  height: number
  lines: number
}

/**
 * Paths of the bore when its front has come `progress` (0 to 1) of the way; the first is the front.
 * Ripples are bound to the front, so that they travel with it.
 */
export function bore({ width, height, lines }: Bore, progress: number): string[] {
  return Array.from({ length: lines }, (_, index) => {
    const level = (height * (index + 1.7)) / (lines + 1.6)
    const front = width * (0.06 + 0.88 * progress) - index * 74
    const amplitude = height * (index === 0 ? 0.17 : 0.1 - index * 0.011)
    return curve(width, (x) => level + heightAt(front - x, amplitude, 132 - index * 9))
  })
}

/** Height at a distance behind the front; positive is downwards, as on a screen. */
function heightAt(behind: number, amplitude: number, wavelength: number): number {
  const still = amplitude * 0.32
  if (behind < -wavelength * 0.5) return still
  if (behind < 0) {
    const ahead = -behind / (wavelength * 0.5)
    return -amplitude + (amplitude + still) * (1 - Math.cos(Math.PI * ahead)) * 0.5
  }
  const fade = Math.exp(-behind / (wavelength * 2.6))
  return -amplitude * fade * Math.cos((2 * Math.PI * behind) / (wavelength * (0.8 + 0.2 * fade)))
}

function curve(width: number, at: (x: number) => number): string {
  const points: string[] = []
  for (let x = 0; x <= width; x += 8) points.push(`${x} ${at(x).toFixed(1)}`)
  return `M${points.join('L')}`
}
