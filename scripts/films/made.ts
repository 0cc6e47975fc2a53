import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { encodingDigest, picturesDigest } from './encode.ts'
import type { Cut, Plan } from './plan.ts'
import { qualities } from './segments.ts'

const madeCut = z.object({
  /** What its oldest shot was encoded with. */
  encoding: z.string(),
  /** `frames digest`, shot by shot. */
  shots: z.array(z.string()),
  /** Digests of the frames a player decodes, by the name of the file. */
  decoded: z.record(z.string(), z.string()),
})

const made = z.object({
  cover: z.string(),
  narration: z.string().optional(),
  wide: madeCut,
  upright: madeCut.optional(),
})

/** What a film's files were made of, as the repository keeps it beside the storyboards. */
export type Made = z.infer<typeof made>
type MadeCut = z.infer<typeof madeCut>

const recordOf = (slug: string): string => join('films/made', `${slug}.json`)

/** The record of a film; nothing where it has never been made. */
export function readMade(slug: string): Made | undefined {
  const file = recordOf(slug)
  return existsSync(file) ? made.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Keep what a film has been made of; a cut that stood keeps its record. */
export function writeMade(plan: Plan, before: Made | undefined, joined: readonly Cut[]): void {
  const cuts = plan.cuts.map((cut) => {
    const kept = joined.includes(cut) ? undefined : before?.[cut.name]
    return [cut.name, kept ?? madeOf(cut, before?.[cut.name])] as const
  })
  const { cover, narration } = plan
  const record = {
    cover,
    ...(narration ? { narration: narration.digest } : {}),
    ...Object.fromEntries(cuts),
  }
  const file = recordOf(plan.film.slug)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`)
}

function madeOf({ name, shots, files }: Cut, before: MadeCut | undefined): MadeCut {
  const records = shots.map(shotRecord)
  return {
    encoding: oldestEncoding(records, before) ?? encodingDigest(qualities[name]),
    shots: records,
    decoded: Object.fromEntries(files.map((file) => [basename(file), picturesDigest(file)])),
  }
}

/** A shot as a record names it: how many frames, and what they show. */
export function shotRecord({ frames, digest }: { frames: number; digest: string }): string {
  return `${frames} ${digest.slice(0, 16)}`
}

/** What shots taken over from the film as it was were encoded with; undefined where there are none. */
export function oldestEncoding(
  shots: readonly string[],
  before: Pick<MadeCut, 'encoding' | 'shots'> | undefined,
): string | undefined {
  return before?.shots.some((shot) => shots.includes(shot)) ? before.encoding : undefined
}
