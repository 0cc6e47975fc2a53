import { createApp } from 'vue'
import { deckOfEntry } from '../../../../src/meeting/deck/deck-of.ts'
import { stageData } from '../../../../src/meeting/deck/stage-data.ts'
import { wordsKey } from '../../../theme/components/words.ts'
import { rowPageAddress } from '../../../../src/study/address.ts'
import DeckSlides from './DeckSlides.vue'
import { openWindow } from './index.ts'
import { loadMaterial } from './materials.ts'
import type { AgendaPlace, ShownDeck } from './show-agenda.ts'
import { StartScreen } from './start-screen.ts'

interface ProjectorData extends AgendaPlace {
  words: readonly string[]
}

/**
 * Slides of what the address names, made of the entries' own pages: an entry, `#show=cases/hangzhou`; a
 * meeting kept in this browser, `#id=…`; one that the address carries, `#meeting=…`.
 */
export function mount(_element: HTMLElement, data: unknown): void {
  // The template wrote it there.
  const given = data as ProjectorData
  const start = new StartScreen()
  const [, path] = /(?:^#|&)show=([a-z0-9/-]+)/.exec(location.hash) ?? []
  const isAgenda = /^#(?:id|meeting)=/.test(location.hash)
  // Another address in the same tab is another showing.
  window.addEventListener('hashchange', () => location.reload())
  if (!path && !isAgenda) return start.say('选一个学习包；案例、视频和课程在各自的页上点“放映”。')
  const deck = path ? entryDeck(given.base, `/${path}`) : agendaDeck(given, start)
  deck
    .then((shown) => shown && show(shown, given.words, start))
    .catch(() =>
      start
        .ask('要放的内容现在取不到。请检查网络，再试一次。', { again: '再试一次' })
        .then(() => location.reload()),
    )
}

async function entryDeck(base: string, page: string): Promise<ShownDeck> {
  const back = base + rowPageAddress(page)
  return { deck: deckOfEntry(await loadMaterial(base, page)), options: { back } }
}

async function agendaDeck(place: AgendaPlace, start: StartScreen): Promise<ShownDeck | undefined> {
  const { ownDeck } = await import('./show-agenda.ts')
  return ownDeck(place, start)
}

async function show(
  { deck, options }: ShownDeck,
  words: readonly string[],
  start: StartScreen,
): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-deck]')
  if (!place) return
  const app = createApp(DeckSlides, { deck })
  app.provide(wordsKey, words)
  app.mount(place)
  document.title = `放映：${deck.title}`
  start.close()
  place.hidden = false
  await openWindow({ stage: stageData(deck), deck: place, ...options })
}
