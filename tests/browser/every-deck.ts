import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import DeckSlides from '../../.vitepress/islands/meeting/deck/DeckSlides.vue'
import { wordsKey } from '../../.vitepress/theme/components/words.ts'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary, isPublished } from '../../src/content/library.ts'
import { deckOfEntry } from '../../src/meeting/deck/deck-of.ts'
import { materialOf } from '../../src/pages/deck-material.ts'

/** Every entry that can be projected, as its slides: what a browser makes of the entry's own page. */
export async function everyDeck(): Promise<{ path: string; html: string }[]> {
  const library = buildLibrary(readPortal('.'))
  const materials = library.entries
    .filter(isPublished)
    .flatMap((entry) => materialOf(library, entry) ?? [])
  return Promise.all(
    materials.map(async (material) => {
      const app = createSSRApp(DeckSlides, { deck: deckOfEntry(material) })
      app.provide(wordsKey, library.site.words)
      return { path: material.path, html: await renderToString(app) }
    }),
  )
}
