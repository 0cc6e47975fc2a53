import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Frames } from '../../src/films/frames.ts'
import { layouts } from '../../src/films/layout.ts'
import type { FilmContext } from '../../src/films/stage.ts'
import type { DrawText } from '../../src/films/svg.ts'
import { joinShots, webp } from './encode.ts'
import { writeMade } from './made.ts'
import type { Made } from './made.ts'
import type { Painter } from './painter.ts'
import { coverFile } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Stale } from './stale.ts'
import { writeTracks } from './tracks.ts'

/** Join the cuts that are stale, paint the cover when it is; what each new file weighs, in bytes. */
export function finish(
  plan: Plan,
  { stale, made }: { stale: Stale; made: Made | undefined },
  tools: { painter: Painter; draw: DrawText },
): Map<string, number> {
  const { film, narration } = plan
  for (const { shots, files } of stale.cuts)
    for (const [index, file] of files.entries()) {
      const streams = shots.map((segments) => segments.files[index] ?? '')
      joinShots(streams, file, narration?.file)
    }
  if (stale.cover) paintCover(film, tools)
  writeTracks(film)
  writeMade(plan, made, stale.cuts)
  const written = [
    ...stale.cuts.flatMap(({ files }) => files),
    ...(stale.cover ? [coverFile(film.slug)] : []),
  ]
  return new Map(written.map((file) => [file, statSync(file).size]))
}

function paintCover(
  film: FilmContext,
  { painter, draw }: { painter: Painter; draw: DrawText },
): void {
  const folder = mkdtempSync(join(tmpdir(), 'cover-'))
  const png = join(folder, 'cover.png')
  writeFileSync(png, painter.png(new Frames(film, layouts.wide, draw).cover(), 960))
  webp(png, coverFile(film.slug))
  rmSync(folder, { recursive: true })
}
