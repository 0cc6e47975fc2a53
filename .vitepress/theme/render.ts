import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { PortalPageData } from './portal-page.ts'
import PortalPage from './PortalPage.vue'
import './styles/index.css'

export { default as icon } from './assets/icon.svg?url&no-inline'

/** A page's body as VitePress would render it, without VitePress. */
export function renderPage(page: PortalPageData): Promise<string> {
  const app = createSSRApp(PortalPage, { ...page })
  app.config.throwUnhandledErrorInProduction = true
  return renderToString(app)
}
