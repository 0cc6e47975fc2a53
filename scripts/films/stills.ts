import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { rate } from '../../src/films/clock.ts'
import type { Frames } from '../../src/films/frames.ts'
import type { Painter } from './painter.ts'

/** Seconds between two stills. */
const every = 2
const gap = 12

/** A contact sheet as one PNG: a frame each two seconds, the captions under them, row by row. */
export function contactSheet(frames: Frames, painter: Painter, file: string): void {
  const { width, height } = frames.layout
  const isWide = width > height
  const columns = isWide ? 4 : 7
  const cell = isWide ? 480 : 270
  const scale = cell / width
  const moments = momentsOf(frames)
  const rows = Math.ceil(moments.length / columns)
  const tall = Math.round(height * scale) + gap
  const pictures = moments.map(({ shot, time }, index) => {
    const [x, y] = [(index % columns) * (cell + gap), Math.floor(index / columns) * tall]
    const inner = frames.svgAt(shot, time).replace(/^<svg [^>]*>|<\/svg>$/g, '')
    const clip = `<svg x="${x}" y="${y}" width="${cell}" height="${tall - gap}" viewBox="0 0 ${width} ${height}">`
    return `${clip}${inner}</svg>`
  })
  const size = { width: columns * (cell + gap) - gap, height: rows * tall - gap }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="#808080"/>${pictures.join('')}</svg>`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, painter.png(svg))
}

/** Every second moment of the film, and every shot at rest. */
function momentsOf({ shots }: Frames): { shot: number; time: number }[] {
  return shots.flatMap(({ start, end, shot }, index) => {
    const first = Math.ceil(start / every) * every
    const times: number[] = []
    for (let at = first; at < end - 1 / rate; at += every) times.push(at - start)
    const rest = shot.seconds - 0.32
    return [...times.filter((time) => Math.abs(time - rest) > 0.6), rest].map((time) => ({
      shot: index,
      time,
    }))
  })
}
