import { createApp } from 'vue'
import { deckOf } from '../../../../src/meeting/deck/deck-of.ts'
import { shownMeeting } from '../../../../src/meeting/deck/own-meeting.ts'
import type { Deck } from '../../../../src/meeting/deck/slide.ts'
import type { Meeting } from '../../../../src/meeting/meeting.ts'
import type { ProjectorView } from '../../../../src/pages/deck.ts'
import { wordsKey } from '../../../theme/components/words.ts'
import { fetchPage, propsOf } from '../../study/fetch-page.ts'
import type { PackEntry } from '../../study/pack/load-entry.ts'
import type { OfflineSlides } from '../../study/pack/offline-deck.ts'
import DeckSlides from '../deck/DeckSlides.vue'
import { readMaterial } from '../deck/read-page.ts'

type Given = Pick<ProjectorView, 'words' | 'hints'>

/**
 * A branch's own agenda as slides for the folder, drawn on the projector's page; rejects when that
 * cannot be had. A contest needs the portal, so its questions are slides here.
 */
export async function slidesToTake(
  base: string,
  meeting: Meeting,
  entries: readonly PackEntry[],
): Promise<OfflineSlides> {
  const page = await fetchPage(`${base}slides.html`)
  const given = propsOf<Given>(page, 'projector')
  if (!given) throw new Error('the page of slides has no projector')
  const read = entries.flatMap(({ page, document }) => {
    const material = readMaterial(document)
    return material ? [[page, material] as const] : []
  })
  const rows = meeting.rows.map((row) => {
    const { contest, ...rest } = row
    return contest ? rest : row
  })
  const deck = deckOf(
    shownMeeting(
      { ...meeting, rows },
      {
        materials: new Map(read),
        basisOf: (kind) => given.hints.filter((hint) => hint.kind === kind).map(({ cite }) => cite),
        contestOf: () => '',
      },
    ),
  )
  drawOn(page, deck, given.words)
  return { path: 'slides.html', page, data: { deck, back: { href: '' } }, back: 'index.html' }
}

/** The projector's page as that of a deck which stands in it. */
function drawOn(page: Document, deck: Deck, words: readonly string[]): void {
  const drawn = document.createElement('div')
  const app = createApp(DeckSlides, { deck })
  app.provide(wordsKey, words)
  app.mount(drawn)
  const place = page.querySelector('[data-deck]')
  place?.append(...[...drawn.childNodes].map((node) => page.importNode(node, true)))
  app.unmount()
  place?.removeAttribute('hidden')
  page.querySelector('[data-start]')?.remove()
  page.querySelector('[data-island="projector"]')?.setAttribute('data-island', 'deck')
  page.title = `放映：${deck.title}`
}
