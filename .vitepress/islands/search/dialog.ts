import { createApp } from 'vue'
import type { Engine } from './engine.ts'
import type { SearchPlace } from './place.ts'
import SearchDialog from './SearchDialog.vue'

export interface OpenSearch {
  /** Opens the dialog, with words already in it or as it was left; the focus returns to `from`. */
  open: (words?: string, from?: Element | null) => void
  /** Opens it as it was left for a result. */
  resume: (place: SearchPlace) => void
}

/** Put the dialog at the end of the page, closed. */
export function createSearch(engine: Engine, list: string): OpenSearch {
  const place = document.body.appendChild(document.createElement('div'))
  const app = createApp(SearchDialog, { engine, list })
  // The instance is the component's own: it exposes `open`.
  const dialog = app.mount(place) as InstanceType<typeof SearchDialog>
  return {
    open(words, from = document.activeElement) {
      void dialog.open(words, from instanceof HTMLElement ? from : null)
    },
    resume: (place) => void dialog.resume(place),
  }
}
