import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { picturesDigest } from './encode.ts'
import type { Made } from './made.ts'
import { shotRecord } from './made.ts'
import { coverFile } from './plan.ts'
import type { Cut, Plan } from './plan.ts'
import { tracksOf } from './tracks.ts'

/** What of a film is not as its storyboard, its facts and the drawing code would make it now. */
export interface Stale {
  cuts: Cut[]
  cover: boolean
  /** Captions or chapters. */
  tracks: boolean
}

export function staleOf(plan: Plan, made: Made | undefined): Stale {
  const { slug } = plan.film
  return {
    cuts: plan.cuts.filter((cut) => !isMadeOf(cut, plan, made)),
    cover: made?.cover !== plan.cover || !existsSync(coverFile(slug)),
    tracks: [...tracksOf(plan.film)].some(
      ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
    ),
  }
}

function isMadeOf({ name, shots, files }: Cut, plan: Plan, made: Made | undefined): boolean {
  return (
    files.every((file) => existsSync(file)) &&
    made?.narration === plan.narration?.digest &&
    shots.map(shotRecord).join() === made?.[name]?.shots.join()
  )
}

/** Words for what is stale, as an editor reads them. */
export function staleParts({ cuts, cover, tracks }: Stale): string[] {
  const names = { wide: '横版', upright: '竖版' }
  return [
    ...cuts.map(({ name }) => names[name]),
    ...(cover ? ['封面'] : []),
    ...(tracks ? ['字幕或章节'] : []),
  ]
}

/** Files whose frames, decoded, are not those of the film that was made. */
export function changedFiles({ cuts }: Plan, made: Made | undefined): string[] {
  return cuts.flatMap(({ name, files }) =>
    files.filter((file) => {
      const kept = made?.[name]?.decoded[basename(file)]
      return existsSync(file) && kept !== picturesDigest(file)
    }),
  )
}
