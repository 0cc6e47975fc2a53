import type { Ink } from './palette.ts'

/** A place in a frame, in pixels. */
export interface Point {
  x: number
  y: number
}

interface Shown {
  /** From 0 to 1; what is not seen is not drawn. */
  opacity?: number
  /** Ground may run into the zone of the captions; marks and text may not. */
  isGround?: boolean
  /** It lies over the dot. */
  isOver?: boolean
}

export interface TextNode extends Shown, Point {
  kind: 'text'
  size: number
  text: string
  ink: Ink
  serif?: boolean
  anchor?: 'start' | 'middle' | 'end'
}

export interface PathNode extends Shown {
  kind: 'path'
  d: string
  stroke?: Ink
  fill?: Ink
  width?: number
  dash?: string
  /** `translate(x y) scale(k)`. */
  at?: Point & { scale: number }
  /** Where it stands, if it is a mark that must not leave the picture. */
  box?: Box
}

export interface CircleNode extends Shown, Point {
  kind: 'circle'
  r: number
  fill?: Ink
  stroke?: Ink
  width?: number
}

interface RectNode extends Shown, Point {
  kind: 'rect'
  width: number
  height: number
  radius?: number
  fill?: Ink
  stroke?: Ink
  line?: number
}

export type Node = TextNode | PathNode | CircleNode | RectNode

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The film's one red dot. */
export interface Dot extends Point {
  r: number
}

/** What a shot shows at one moment. */
export interface Picture {
  nodes: Node[]
  dot: Dot
}

export function text(
  at: Point,
  words: string,
  style: Partial<TextNode> & { size: number },
): TextNode {
  return { kind: 'text', x: at.x, y: at.y, text: words, ink: 'text', ...style }
}

/** A line, or any other path drawn with a round pen. */
export function stroke(
  d: string,
  ink: Ink,
  width: number,
  style: Partial<PathNode> = {},
): PathNode {
  return { kind: 'path', d, stroke: ink, width, ...style }
}

/** Filled dots of one size as a single path. */
export function dots(places: readonly Point[], r: number, ink: Ink, opacity = 1): PathNode {
  const [size, back] = [short(r), short(-2 * r)]
  const arc = `a${size} ${size} 0 1 0`
  const d = places
    .map(({ x, y }) => `M${short(x - r)} ${short(y)}${arc} ${short(2 * r)} 0${arc} ${back} 0z`)
    .join('')
  const box = places.length > 0 ? { box: around(places, r) } : {}
  return { kind: 'path', d, fill: ink, opacity, ...box }
}

/** Hollow dots: what the source says without a number. */
export function hollows(places: readonly Point[], r: number, ink: Ink, opacity = 1): Node[] {
  return places.map(({ x, y }) => ({ kind: 'circle', x, y, r, stroke: ink, width: 2.5, opacity }))
}

export function line(from: Point, to: Point, ink: Ink, width: number): PathNode {
  return stroke(`M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`, ink, width)
}

function around(places: readonly Point[], r: number): Box {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  return {
    left: Math.min(...xs) - r,
    top: Math.min(...ys) - r,
    right: Math.max(...xs) + r,
    bottom: Math.max(...ys) + r,
  }
}

/** Between two places, from 0 to 1. */
export function mix(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** A number with at most one place, the same on every machine. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
