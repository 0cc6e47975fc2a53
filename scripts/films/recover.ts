import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { picturesDigest, splitFilm } from './encode.ts'
import { shotRecord } from './made.ts'
import type { Made } from './made.ts'
import type { Cut } from './plan.ts'
import { cacheFolder } from './segments.ts'

/**
 * Take the shots that have not changed out of a film's own files, where no cache has them: in a fresh
 * checkout, too, one changed shot is one shot to paint. They keep the encoding they were made with.
 */
export function recoverShots({ name, shots, files }: Cut, made: Made | undefined): void {
  const before = made?.[name]
  if (!before) return
  for (const [index, film] of files.entries()) {
    const wanted = shots.flatMap((segments) => {
      const [at, file] = [before.shots.indexOf(shotRecord(segments)), segments.files[index]]
      return at < 0 || file === undefined || existsSync(file) ? [] : [{ at, file }]
    })
    if (wanted.length > 0 && isAsMade(film, before.decoded)) takeOut(film, before.shots, wanted)
  }
}

/** Nothing is taken from a file that has come to hold other frames. */
function isAsMade(film: string, decoded: Record<string, string>): boolean {
  return existsSync(film) && decoded[basename(film)] === picturesDigest(film)
}

function takeOut(
  film: string,
  shots: readonly string[],
  wanted: readonly { at: number; file: string }[],
): void {
  mkdirSync(cacheFolder, { recursive: true })
  const folder = mkdtempSync(join(cacheFolder, 'split-'))
  const parts = splitFilm(film, shots.map(parseFrames), folder)
  for (const { at, file } of wanted) {
    const part = parts[at]
    if (part !== undefined && !existsSync(file)) renameSync(part, file)
  }
  rmSync(folder, { recursive: true })
}

/** Frames of a shot as its record names them. */
function parseFrames(record: string): number {
  return Number.parseInt(record, 10)
}
