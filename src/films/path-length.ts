import type { Point } from './nodes.ts'
import { mix } from './nodes.ts'

/** How many numbers a command of a path takes. Source: SVG 2, 9.3. */
const counts: Record<string, number> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
}

/** The length of a path, near enough to draw it from one end to the other. */
export function lengthOf(d: string): number {
  let sum = 0
  let [here, start]: [Point, Point] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]
  for (const { name, numbers } of commandsOf(d)) {
    const next = name.toLowerCase() === 'z' ? start : endOf(name, numbers, here)
    if (name.toLowerCase() === 'm') start = next
    else sum += partLength(name, numbers, here, next)
    here = next
  }
  return sum
}

interface Command {
  name: string
  numbers: number[]
}

function commandsOf(d: string): Command[] {
  const commands: Command[] = []
  for (const [, name = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const count = counts[name.toLowerCase()] ?? 0
    if (count === 0) commands.push({ name, numbers: [] })
    for (let at = 0; count > 0 && at + count <= numbers.length; at += count) {
      // What follows the first pair of a move are lines.
      const repeated = at > 0 && /m/i.test(name) ? (name === 'm' ? 'l' : 'L') : name
      commands.push({ name: repeated, numbers: numbers.slice(at, at + count) })
    }
  }
  return commands
}

function endOf(name: string, numbers: readonly number[], here: Point): Point {
  const base = name === name.toLowerCase() ? here : { x: 0, y: 0 }
  const [x = 0, y = 0] = numbers.slice(-2)
  if (/h/i.test(name)) return { x: base.x + (numbers[0] ?? 0), y: here.y }
  if (/v/i.test(name)) return { x: here.x, y: base.y + (numbers[0] ?? 0) }
  return { x: base.x + x, y: base.y + y }
}

function partLength(name: string, numbers: readonly number[], from: Point, to: Point): number {
  const chord = distance(from, to)
  switch (name.toLowerCase()) {
    case 'c': {
      const base = name === 'c' ? from : { x: 0, y: 0 }
      const [a = 0, b = 0, c = 0, d = 0] = numbers
      const one = { x: base.x + a, y: base.y + b }
      const two = { x: base.x + c, y: base.y + d }
      return curveLength([from, one, two, to])
    }
    case 'a': {
      const [radius = 0, , , large = 0] = numbers
      const half = Math.asin(Math.min(1, chord / 2 / radius))
      return radius * 2 * (large ? Math.PI - half : half)
    }
    case 'q':
    case 's':
    case 't':
      return chord * 1.15
    default:
      return chord
  }
}

function curveLength([a, b, c, d]: readonly [Point, Point, Point, Point]): number {
  let [sum, before] = [0, a]
  for (let step = 1; step <= 8; step++) {
    const t = step / 8
    const [ab, bc, cd] = [mix(a, b, t), mix(b, c, t), mix(c, d, t)]
    const here = mix(mix(ab, bc, t), mix(bc, cd, t), t)
    sum += distance(before, here)
    before = here
  }
  return sum
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}

/** A place on a line of several parts, from 0 at its start to 1 at its end. */
export function along(points: readonly Point[], part: number): Point {
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point))
  let left = part * lengths.reduce((sum, length) => sum + length, 0)
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]]
    if (!from || !to) break
    if (left <= length) return mix(from, to, length === 0 ? 1 : left / length)
    left -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}
