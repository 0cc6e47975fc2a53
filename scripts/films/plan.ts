import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Frames } from '../../src/films/frames.ts'
import { layoutsOf } from '../../src/films/layout.ts'
import type { Layout } from '../../src/films/layout.ts'
import { coverDigest } from '../../src/films/proof.ts'
import type { FilmContext } from '../../src/films/stage.ts'
import { segmentsOf } from './segments.ts'
import type { Segments } from './segments.ts'

export const media = 'content/media/films'

/** A film in one layout: the shots it is joined of, and a file for each width. */
export interface Cut {
  name: Layout['name']
  shots: Segments[]
  files: string[]
}

/** What a film would be made of now. */
export interface Plan {
  film: FilmContext
  cuts: Cut[]
  /** What the cover draws. */
  cover: string
  narration?: { file: string; digest: string }
}

/** Draw every frame in words, to know which shots have changed. */
export function planOf(film: FilmContext): Plan {
  const narration = narrationOf(film)
  return {
    film,
    cuts: layoutsOf(film.storyboard).map((layout) => {
      const frames = new Frames(film, layout)
      const shots = frames.shots.map((_, shot) => segmentsOf(frames, shot))
      return { name: layout.name, shots, files: cutFiles(film.slug, layout.name) }
    }),
    cover: coverDigest(film),
    ...(narration === undefined
      ? {}
      : { narration: { file: narration, digest: sha256(readFileSync(narration)) } }),
  }
}

/** The film and the one for slow lines, or the upright one. */
function cutFiles(slug: string, name: Layout['name']): string[] {
  const endings = { wide: ['.mp4', '-640.mp4'], upright: ['-upright.mp4'] }
  return endings[name].map((ending) => join(media, slug + ending))
}

export const coverFile = (slug: string): string => join(media, `${slug}.webp`)

/** Where a film's narration lies, if it has one. */
function narrationOf({ slug, storyboard: { audio } }: FilmContext): string | undefined {
  const file = audio && join('films', audio.file)
  if (file !== undefined && !existsSync(file))
    throw new Error(`${slug} 的旁白没有找到：把录音放到 ${file}，或删去分镜里的 audio。`)
  return file
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
