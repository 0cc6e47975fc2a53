import type { ShotOf } from '../../model/films/shots.ts'
import type { Box } from '../nodes.ts'
import type { Stage } from '../stage.ts'
import { fitSize, widthOf } from '../widths.ts'
import { fitPhrases } from './phrases.ts'

type Tree = ShotOf<'tree'>

/** Where a committee's boxes stand, and how its name is printed. */
export interface CommitteePlan {
  root: Box
  name: { lines: readonly string[]; size: number }
  across: Box[]
  down: Box[]
}

const pad = 26

export function planCommittee(shot: Tree, stage: Stage): CommitteePlan {
  return stage.layout.name === 'wide' ? planWide(shot) : planUpright(shot, stage)
}

/** Size that fits a box, of what is wanted. */
export function sizeIn(words: string, { left, right }: Box, size: number): number {
  return fitSize(words, { size, width: right - left - 2 * pad + 16, face: 'serif' })
}

/** Nothing stands beside or under the committee. */
function isAlone({ across, down }: Tree): boolean {
  return !across && !down
}

function planWide(shot: Tree): CommitteePlan {
  const words = shot.root ?? ''
  const size = isAlone(shot) ? 72 : 48
  const wanted = widthOf(words, size, 'serif') + 2 * pad
  const width = Math.min(isAlone(shot) ? 1080 : 560, Math.max(240, wanted))
  const root = isAlone(shot)
    ? { left: 80, top: 220, right: 80 + width, bottom: 352 }
    : { left: 80, top: 128, right: 80 + width, bottom: 216 }
  const across = (shot.across?.to ?? []).map((to, index) => {
    const own = Math.min(470, widthOf(to, 44, 'serif') + 2 * pad)
    const top = 128 + index * 104
    return { left: 1200 - own, top, right: 1200, bottom: top + 84 }
  })
  const to = shot.down?.to ?? []
  const step = 1120 / Math.max(1, to.length)
  const down = to.map((_, index) => ({
    left: 80 + index * step + (index > 0 ? 12 : 0),
    top: 458,
    right: 80 + (index + 1) * step - (index < to.length - 1 ? 12 : 0),
    bottom: 546,
  }))
  return { root, name: { lines: [words], size: sizeIn(words, root, size) }, across, down }
}

/** The committee above, what it leads under it; alone, its name fills the picture. */
function planUpright(shot: Tree, { film }: Stage): CommitteePlan {
  const words = shot.root ?? ''
  if (isAlone(shot)) {
    const root = { left: 48, top: 400, right: 648, bottom: 680 }
    const name = fitPhrases([words], { words: film.words, sizes: [92, 80, 68], most: 2, room: 540 })
    return { root, name, across: [], down: [] }
  }
  const root = { left: 48, top: 196, right: 672, bottom: 316 }
  const count = (shot.across?.to.length ?? 0) + (shot.down?.to.length ?? 0)
  const labels = [shot.across, shot.down].filter((limb) => limb?.label).length
  const first = shot.layers ? 440 : 356
  const step = Math.min(150, (1004 - first - labels * 76) / Math.max(1, count))
  let top = first
  const stack = (limb: Tree['across']) =>
    (limb?.to ?? []).map((_, index) => {
      if (index === 0 && limb?.label) top += 76
      const box = { left: 110, top, right: 672, bottom: top + Math.min(112, step - 20) }
      top += step
      return box
    })
  const name = { lines: [words], size: sizeIn(words, root, 64) }
  return { root, name, across: stack(shot.across), down: stack(shot.down) }
}
