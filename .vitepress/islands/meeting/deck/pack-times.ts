import { config } from 'zod/mini'
import { dayOf } from '../../../../src/meeting/day.ts'
import { withRealTimes } from '../../../../src/meeting/real-times.ts'
import type { Showing } from '../../../../src/meeting/real-times.ts'
import { planFrom } from '../agenda/begin.ts'
import { meetings } from '../meetings.ts'

/** A ready pack that was shown: its page, and the portal it stands in. */
export interface ShownPack {
  base: string
  /** `/packs/know-the-base`. */
  page: string
}

/**
 * Keep the times of a meeting that was held with a ready pack: in the one of this browser that was
 * planned from it for today or for no day, or else in a new one. Gives the meeting's identity.
 */
export async function keepPackTimes(
  pack: ShownPack,
  { stage, run }: Omit<Showing, 'ids'>,
  known: string | undefined,
): Promise<string> {
  config({ jitless: true })
  const now = Date.now()
  const id = known ?? (await plannedToday(pack, dayOf(run.began ?? now)))
  // The rows of a plan made from a pack are numbered as the pack has them.
  const ids = stage.rows.map((_, index) => index + 1)
  await meetings.change(id, (one) => withRealTimes(one, { ids, stage, run }, now))
  return id
}

async function plannedToday({ base, page }: ShownPack, day: string): Promise<string> {
  const planned = (await meetings.all()).filter(
    (one) => one.from === page && !one.held && (one.day ?? day) === day,
  )
  const [latest] = planned.sort((a, b) => (a.at < b.at ? 1 : -1))
  return (latest ?? (await meetings.put({ ...(await planFrom(base, page)), day }))).id
}
