import { createApp } from 'vue'
import { startEngine } from './engine.ts'
import SearchPage from './SearchPage.vue'

/** Search at an address, above the list that is there without it. */
export function mount(element: HTMLElement): void {
  createApp(SearchPage, { engine: startEngine(), list: location.pathname }).mount(element)
}
