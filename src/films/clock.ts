/** Frames a second; every time in a film is a multiple of a frame. */
export const rate = 25
const frame = 1 / rate

/** When the parts of a shot begin and end, in seconds from its start. */
export interface Phases {
  /** The meaning moves. */
  move: readonly [from: number, to: number]
  /** The numeral comes, after the last mark. */
  numeral: readonly [from: number, to: number]
  /** All but the dot fades. */
  out: readonly [from: number, to: number]
}

/** Seconds that labels take to come in, before anything moves. */
const entrance = 0.56
const appear = 0.32
/** Seconds the picture takes to leave, and the dot to travel on: it begins to leave with the picture. */
export const leaving = 0.24
export const travelling = 0.4
const shortestMove = 1.6
const longestMove = 3.2
/** Characters a second that are read at ease. */
export const readingSpeed = 9

/** Seconds a picture must stand still: its caption is read meanwhile. */
function holdFor(caption: string): number {
  return Math.max(1.6, [...caption].length / readingSpeed)
}

/** Seconds a shot needs at least, with a caption to be read while it stands. */
export function shortestShot(caption: string): number {
  return entrance + shortestMove + appear + holdFor(caption) + leaving
}

/** The phases of a shot so many seconds long. */
export function phasesOf(seconds: number, caption: string): Phases {
  const free = seconds - entrance - appear - holdFor(caption) - leaving
  const moved = onFrame(entrance + Math.min(longestMove, Math.max(shortestMove, free)))
  return {
    move: [entrance, moved],
    numeral: [moved, moved + appear],
    out: [seconds - leaving, seconds],
  }
}

/** From 0 to 1 while time runs from one moment to another. */
export function between(time: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (time - from) / (to - from)))
}

/** How far the label in a place of the order has come in: 1 − (1 − x)³. */
export function entered(time: number, order = 0): number {
  const from = 0.16 + order * 0.12
  return 1 - (1 - between(time, [from, from + appear])) ** 3
}

/** Cubic, slow at both ends: the one clock of the dot and its trace. */
export function eased(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2
}

function onFrame(seconds: number): number {
  return Math.round(seconds / frame) * frame
}
