import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { framesIn } from '../../src/films/frames.ts'
import type { Frames } from '../../src/films/frames.ts'
import { framesDigest } from '../../src/films/proof.ts'
import { encodeShot, encodingDigest } from './encode.ts'
import type { Painter } from './painter.ts'

/** Segments made before, by what they show: only changed shots are made again. */
export const cacheFolder = '.films/cache'

/** Widths and losses of a layout's files; the first is the film, the second for slow lines. */
export const qualities = {
  wide: [
    { width: 1280, quality: 26 },
    { width: 640, quality: 27 },
  ],
  upright: [{ width: 720, quality: 27 }],
} as const

export interface Segments {
  /** One file for each width of the layout. */
  files: string[]
  frames: number
  /** What all its frames show. */
  digest: string
}

/** Where a shot's segments stand, whether they are made or not. */
export function segmentsOf(frames: Frames, shot: number): Segments {
  const digest = framesDigest(frames, shot)
  const files = qualities[frames.layout.name].map((target) => {
    const key = createHash('sha256')
      .update(digest)
      .update(encodingDigest([target]))
    return join(cacheFolder, `${key.digest('hex').slice(0, 24)}.h264`)
  })
  const timed = frames.shots[shot]
  return { files, frames: timed ? framesIn(timed) : 0, digest }
}

/** Make a shot's segments; `painted` draws with outlines what `frames` says in words. */
export async function makeSegments(
  painted: Frames,
  { shot, files }: { shot: number; files: readonly string[] },
  painter: Painter,
): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true })
  const { layout } = painted
  const targets = qualities[layout.name].map((target, index) => ({
    ...target,
    file: `${files[index] ?? ''}.part`,
  }))
  await encodeShot(pixelsOf(painted, shot, painter), layout, targets)
  for (const file of files) renameSync(`${file}.part`, file)
}

export function isMade({ files }: Pick<Segments, 'files'>): boolean {
  return files.every((file) => existsSync(file))
}

/** A shot's frames; one like the frame before it is not painted again. */
function* pixelsOf(frames: Frames, shot: number, painter: Painter): Generator<Uint8Array> {
  const timed = frames.shots[shot]
  if (!timed) return
  let svg = ''
  let pixels: Uint8Array = new Uint8Array()
  for (let index = 0; index < framesIn(timed); index++) {
    const next = frames.svg(shot, index)
    if (next !== svg) pixels = painter.pixels(next)
    svg = next
    yield pixels
  }
}
