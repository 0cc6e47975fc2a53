import '../../polyfills.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import { openWindow } from './index.ts'

/** What the page of slides in an unpacked folder gives its script. */
export interface DiskDeck {
  stage: StageData
  back: string
}

// The whole of the script that such a page runs: browsers load no modules from disk.
const island = document.querySelector<HTMLElement>('[data-island="deck"]')
const deck = document.querySelector<HTMLElement>('[data-deck]')
if (island && deck) {
  document.documentElement.dataset.js = ''
  // `offline-deck.ts` wrote it there.
  const { stage, back } = JSON.parse(island.dataset.props ?? '') as DiskDeck
  void openWindow({ stage, deck, back })
}
