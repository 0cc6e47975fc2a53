import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Frames } from '../../src/films/frames.ts'
import { layouts, layoutsOf } from '../../src/films/layout.ts'
import { filmDigest, shotDigests } from '../../src/films/proof.ts'
import type { FilmContext } from '../../src/films/stage.ts'
import { captionsOf, chaptersOf, picturesIn } from '../../src/films/tracks.ts'
import { joinShots, webp } from './encode.ts'
import type { Painter } from './painter.ts'
import { qualities, segmentsOf } from './segments.ts'
import type { Segments } from './segments.ts'
import type { DrawText } from '../../src/films/svg.ts'

export const media = 'content/media/films'

/** A film in every layout it has: which segments it is joined of, and whether it stands already. */
export interface Plan {
  film: FilmContext
  layouts: { name: keyof typeof layouts; segments: Segments[] }[]
  digest: string
}

/** Draw every frame in words, to know which shots have changed. */
export function planOf(film: FilmContext): Plan {
  const planned = layoutsOf(film.storyboard).map((layout) => {
    const frames = new Frames(film, layout)
    return { name: layout.name, segments: frames.shots.map((_, shot) => segmentsOf(frames, shot)) }
  })
  const digests = planned.flatMap(({ segments }) => segments.map(({ digest }) => digest))
  const recording = recordingOf(film)
  const heard = recording
    ? [createHash('sha256').update(readFileSync(recording)).digest('hex')]
    : []
  return { film, layouts: planned, digest: filmDigest([...digests, ...heard]) }
}

/** Where a film's narration lies, if it has one. */
function recordingOf({ slug, storyboard: { audio } }: FilmContext): string | undefined {
  const file = audio && join('films', audio.file)
  if (file !== undefined && !existsSync(file))
    throw new Error(`${slug} 的旁白没有找到：把录音放到 ${file}，或删去分镜里的 audio。`)
  return file
}

/** Files of a film's pictures: the film, the one for slow lines, the upright one. */
export function filesOf({ film, layouts: planned }: Plan): string[] {
  const endings = { wide: ['.mp4', '-640.mp4'], upright: ['-upright.mp4'] }
  return planned.flatMap(({ name }) => endings[name].map((end) => join(media, film.slug + end)))
}

/** Whether a film stands as its storyboard, its facts and the drawing code would make it now. */
export function stands(plan: Plan): boolean {
  const captions = join(media, `${plan.film.slug}.vtt`)
  return (
    [...filesOf(plan), captions].every((file) => existsSync(file)) &&
    picturesIn(readFileSync(captions, 'utf8'))?.film === plan.digest
  )
}

/** Captions, with the digests of the pictures, and chapters. */
export function writeTracks({ film, digest }: Plan): void {
  const shots = shotDigests(film)
  writeFileSync(join(media, `${film.slug}.vtt`), captionsOf(film, { film: digest, shots }))
  writeFileSync(join(media, `${film.slug}-chapters.vtt`), chaptersOf(film))
}

/** Join a film's segments, and paint its cover; what each file weighs, in bytes. */
export function finish(
  plan: Plan,
  { painter, draw }: { painter: Painter; draw: DrawText },
): Map<string, number> {
  const { film } = plan
  const audio = recordingOf(film)
  const files = filesOf(plan)
  let at = 0
  for (const { name, segments } of plan.layouts)
    for (const index of qualities[name].keys()) {
      const streams = segments.map((segment) => segment.files[index] ?? '')
      joinShots(streams, files[at++] ?? '', audio)
    }
  const poster = join(media, `${film.slug}.webp`)
  const folder = mkdtempSync(join(tmpdir(), 'cover-'))
  writeFileSync(
    join(folder, 'cover.png'),
    painter.png(new Frames(film, layouts.wide, draw).cover(), 960),
  )
  webp(join(folder, 'cover.png'), poster)
  rmSync(folder, { recursive: true })
  writeTracks(plan)
  return new Map([...files, poster].map((file) => [file, statSync(file).size]))
}
