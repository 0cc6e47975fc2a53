import { createSSRApp, defineComponent, h, useSSRContext } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Chrome } from '../../src/pages/chrome.ts'
import { provideChrome } from './chrome.ts'
import type { PortalPageData } from './portal-page.ts'
import PortalPage from './PortalPage.vue'
import { templates } from './templates/index.ts'
import './styles/index.css'

export { default as icon } from './assets/icon.svg?url&no-inline'

/** A page without what stands around it. */
const PagePart = defineComponent(() => {
  const { chrome, view } = pageInContext()
  provideChrome(chrome)
  return () => h(templates[view.template], { view: view.props })
})

// Vue keeps what it works out about a component with the app: one for all pages does it once.
const part = createSSRApp(PagePart)
part.config.throwUnhandledErrorInProduction = true

/** What stands before and after the part of a page, by its chrome. */
const frames = new WeakMap<Chrome, Promise<readonly [before: string, after: string]>>()

/** A page's body as VitePress would render it, without VitePress. */
export async function renderPage(page: PortalPageData): Promise<string> {
  const frame = frames.get(page.chrome) ?? renderFrame(page.chrome)
  frames.set(page.chrome, frame)
  const [before, after] = await frame
  return before + (await renderToString(part, { page })) + after
}

async function renderFrame(chrome: Chrome): Promise<readonly [before: string, after: string]> {
  const app = createSSRApp(PortalPage, { chrome })
  app.config.throwUnhandledErrorInProduction = true
  const [before, after, ...more] = (await renderToString(app)).split('<!----></main>')
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('a page has one place for its part')
  return [before, `</main>${after}`]
}

function pageInContext(): PortalPageData {
  // `renderPage` put it there.
  return (useSSRContext() as { page: PortalPageData }).page
}
