import type { Theme } from 'vitepress'
import iconUrl from './assets/icon.svg?url&no-inline'
import Layout from './Layout.vue'
import './styles/index.css'

/** The document's head names this file; importing it here makes VitePress emit it. */
export const icon = iconUrl

if (import.meta.env.DEV && !import.meta.env.SSR) {
  // Before the app starts: its router takes every click on a link that nobody took before.
  const { startSearch } = await import('../islands/search/start.ts')
  startSearch()
}

export default {
  Layout,
  async enhanceApp({ router, siteData }) {
    // In a build the islands' entry is its own script; in development it runs inside the app.
    if (import.meta.env.DEV && !import.meta.env.SSR) {
      await import('../islands/boot.js')
      const { startDisplay } = await import('../islands/display.ts')
      startDisplay()
      document.documentElement.dataset.js = ''
      const { startOverlay } = await import('../preview/overlay.ts')
      const overlay = startOverlay(siteData.value.base)
      router.onAfterRouteChange = () => overlay.refresh()
      // The page first, then what the check says of it: checking keeps the server from answering.
      import.meta.hot?.on('vitepress:pageData', () => overlay.refresh())
      // A page whose file is gone gets no data any more.
      import.meta.hot?.on('chaotou:content', () => overlay.refresh())
    }
  },
} satisfies Theme
