import { drawnShots } from './drawn-shots.ts'
import type { Migration } from './migration.ts'
import { statedTimes } from './stated-times.ts'

/** From the first version of the content model to the present one, in order. */
export const migrations: readonly Migration[] = [statedTimes, drawnShots]
