import { createApp } from 'vue'
import { startEngine } from './engine.ts'
import SearchPage from './SearchPage.vue'
import { canSearch } from './support.ts'

/** Search at an address, above the list that is there without it. */
export function mount(element: HTMLElement): void {
  const engine = canSearch() ? startEngine() : undefined
  if (!engine) return
  createApp(SearchPage, { engine, list: location.pathname }).mount(element)
}
