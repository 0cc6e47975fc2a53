import { createHash } from 'node:crypto'
import { Frames, framesIn, restOf, stageOf } from './frames.ts'
import { layouts, layoutsOf } from './layout.ts'
import type { FilmContext } from './stage.ts'

/** Eight hexadecimal digits a shot, which change with what it shows half-way and at rest in any layout the film has. */
export function shotDigests(film: FilmContext): string[] {
  const cuts = layoutsOf(film.storyboard).map((layout) => new Frames(film, layout))
  return (cuts[0]?.shots ?? []).map((_, index) =>
    digest(cuts.flatMap((frames) => momentsOf(frames, index))).slice(0, 8),
  )
}

function momentsOf(frames: Frames, index: number): string[] {
  const timed = frames.shots[index]
  if (!timed) return []
  const { move } = stageOf(frames.film, timed, frames.layout, 0).phases
  return [(move[0] + move[1]) / 2, restOf(timed)].map((time) => frames.svgAt(index, time))
}

/** What a shot's frames are, all of them: the segment made of them is found by it. */
export function framesDigest(frames: Frames, index: number): string {
  const timed = frames.shots[index]
  const count = timed ? framesIn(timed) : 0
  return digest(Array.from({ length: count }, (_, frame) => frames.svg(index, frame)))
}

/** What a film's cover draws. */
export function coverDigest(film: FilmContext): string {
  return digest([new Frames(film, layouts.wide).cover()]).slice(0, 16)
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\n')
  return hash.digest('hex').slice(0, 32)
}
