import type { Run } from '../../../../src/meeting/deck/run.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'

/** A showing as it stands in the tab's storage. */
interface KeptRun {
  run: Run
  /** Of which deck: an agenda may be changed between two showings. */
  deck: string
  /** When it was kept. */
  at: number
}

/** Milliseconds after which a showing that nobody went on with is over: no meeting pauses for so long. */
const patience = 3 * 60 * 60_000

const keyOf = (showing: string) => `chaotou:showing:${showing}`
const nameOf = ({ slides, rows }: StageData) => JSON.stringify([slides.length, rows])

/** A showing goes on after its page was loaded again; in another tab, or when it was ended, anew. */
export function keepRun(showing: string, stage: StageData, run: Run | undefined): void {
  try {
    const kept = run && { run, deck: nameOf(stage), at: Date.now() }
    if (kept) sessionStorage.setItem(keyOf(showing), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(showing))
  } catch {
    // Storage is blocked: the showing lives as long as its page.
  }
}

export function keptRun(showing: string, stage: StageData): Run | undefined {
  try {
    // Only `keepRun` writes there; another version may have.
    const kept = JSON.parse(sessionStorage.getItem(keyOf(showing)) ?? 'null') as KeptRun | null
    const isSame = kept?.deck === nameOf(stage) && Date.now() - kept.at < patience
    return isSame ? kept.run : undefined
  } catch {
    return undefined
  }
}
