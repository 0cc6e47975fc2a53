import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shotDigests } from '../../src/films/proof.ts'
import type { FilmContext } from '../../src/films/stage.ts'
import { captionsOf, chaptersOf } from '../../src/films/tracks.ts'
import { media } from './plan.ts'

/** Captions, with the digests of the pictures, and chapters: file → text. */
export function tracksOf(film: FilmContext): Map<string, string> {
  return new Map([
    [join(media, `${film.slug}.vtt`), captionsOf(film, shotDigests(film))],
    [join(media, `${film.slug}-chapters.vtt`), chaptersOf(film)],
  ])
}

export function writeTracks(film: FilmContext): void {
  for (const [file, text] of tracksOf(film)) writeFileSync(file, text)
}
