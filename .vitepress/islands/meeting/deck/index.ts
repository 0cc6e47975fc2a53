import { tookPlace } from '../../../../src/meeting/deck/run.ts'
import type { Run } from '../../../../src/meeting/deck/run.ts'
import type { Deck } from '../../../../src/meeting/deck/slide.ts'
import { stageData } from '../../../../src/meeting/deck/stage-data.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import type { ShownPack } from './pack-times.ts'
import type { StageOptions } from './stage.ts'
import { isHostWindow } from './wire.ts'

export interface DeckData {
  deck: Deck
  back: { href: string }
  base: string
}

/** The slides of a ready pack, which the page holds: the projector, or the host's window of it. */
export function mount(_element: HTMLElement, data: unknown): void {
  // The template wrote it there.
  const { deck, back, base } = data as DeckData
  const place = document.querySelector<HTMLElement>('[data-deck]')
  const stage = stageData(deck)
  const page = `/${back.href.slice(base.length).replace(/\.html$/, '')}`
  const timed = packTimer({ base, page }, stage)
  if (place) void openWindow({ stage, deck: place, back: back.href, timed })
}

/** Whoever only looks at a pack's slides keeps nothing; a meeting held with them is kept with its times. */
function packTimer(pack: ShownPack, stage: StageData): (run: Run) => Promise<void> {
  let meeting: Promise<string | undefined> | undefined
  return async (run) => {
    if (!tookPlace(run, stage, Date.now())) return
    const before = meeting
    // From disk there is nowhere to keep it, and no page to make the plan from.
    meeting = import('./pack-times.ts')
      .then(async ({ keepPackTimes }) => keepPackTimes(pack, { stage, run }, await before))
      .catch(() => before)
    await meeting
  }
}

export async function openWindow(options: StageOptions): Promise<void> {
  if (isHostWindow(location)) {
    const { openHostWindow } = await import('./host.ts')
    openHostWindow(options)
  } else {
    const { Stage } = await import('./stage.ts')
    new Stage(options)
  }
}
