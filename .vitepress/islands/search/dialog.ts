import { createApp } from 'vue'
import type { Engine } from './engine.ts'
import SearchDialog from './SearchDialog.vue'

/** Opens the dialog, with words already in it or as it was left; the focus returns to `from`. */
export type OpenSearch = (words?: string, from?: Element | null) => void

/** Put the dialog at the end of the page, closed. */
export function createSearch(engine: Engine, list: string): OpenSearch {
  const place = document.body.appendChild(document.createElement('div'))
  const app = createApp(SearchDialog, { engine, list })
  // The instance is the component's own: it exposes `open`.
  const dialog = app.mount(place) as InstanceType<typeof SearchDialog>
  return (words, from = document.activeElement) => {
    void dialog.open(words, from instanceof HTMLElement ? from : null)
  }
}
