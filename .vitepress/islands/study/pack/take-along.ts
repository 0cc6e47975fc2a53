import { createApp, nextTick } from 'vue'
import { saveFile } from '../save-file.ts'
import { bundle } from './bundle.ts'
import { loadEntry } from './load-entry.ts'
import { slidesAt } from './offline-deck.ts'
import PackSheets from './PackSheets.vue'
import type { ReadyPack } from './ready.ts'
import { entriesIn, rowOf } from './rows.ts'
import { packingWords, savedWords } from './saved-words.ts'
import { allSheets } from './sheets.ts'

/** Save a ready pack with all its sheets as a zip, and say what came of it. */
export async function takeAlong(
  { plan, site, slides }: ReadyPack,
  place: HTMLElement,
  say: (words: string) => void,
): Promise<string> {
  const pages = [...new Set(plan.rows.flatMap((row) => row.pages))]
  const loaded = await Promise.all(pages.map((page) => loadEntry(site.base, page)))
  const entries = new Map(loaded.map((entry) => [entry.page, entry]))
  const rows = plan.rows.map((row) => rowOf(row, entries))
  // The sheets are drawn out of sight, copied into the folder, and taken away.
  const [hidden, paper] = [document.createElement('div'), document.createElement('div')]
  hidden.hidden = true
  hidden.append(paper)
  place.append(hidden)
  const app = createApp(PackSheets, { of: plan, rows, sheets: allSheets })
  app.mount(paper)
  await nextTick()
  try {
    const zip = await bundle({
      entries: entriesIn(rows),
      title: plan.title,
      sheets: paper,
      // Where there is no network, what the meeting watches comes along.
      films: true,
      slides: await slidesAt(site.base, slides.slice(site.base.length)),
      base: site.base,
      home: new URL(site.home, location.href).href,
      name: site.name,
      progress: (done, of) => say(packingWords(done, of)),
    })
    saveFile('chaotou-pack.zip', zip, 'application/zip')
    return savedWords(zip.size)
  } finally {
    app.unmount()
    hidden.remove()
  }
}
