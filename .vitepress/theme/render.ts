import { createSSRApp, defineComponent, h, useSSRContext } from 'vue'
import type { App, Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Chrome } from '../../src/pages/chrome.ts'
import { provideChrome } from './chrome.ts'
import { namedKey, standard } from './named.ts'
import type { Named } from './named.ts'
import type { PortalPageData } from './portal-page.ts'
import PortalPage from './PortalPage.vue'
import { templates } from './templates/index.ts'
import './styles/index.css'

// A portal's own components share them with the program's.
export * as vue from 'vue'
export * as serverRenderer from 'vue/server-renderer'
export { standard }
export { default as icon } from './assets/icon.svg?url&no-inline'
export { default as opening } from './styles/opening.css?url&no-inline'
export { default as front } from './styles/front.css?url&no-inline'
export { default as text } from './styles/text.css?url&no-inline'

/** A page without what stands around it. */
const PagePart = defineComponent(() => {
  const { chrome, view } = pageInContext()
  provideChrome(chrome)
  return () => h(templates[view.template], { view: view.props })
})

/** Renders a page's body, as VitePress would without VitePress. */
type RenderPage = (page: PortalPageData) => Promise<string>

/** Rendering with the portal's own components in the place of named ones. */
export function createRenderer(theme: Partial<Named>): RenderPage {
  const named = { ...standard, ...withoutAttributes(theme) }
  // Vue keeps what it works out about a component with the app: one for all pages does it once.
  const part = appOf(PagePart, named)
  /** What stands before and after the part of a page, by its chrome. */
  const frames = new WeakMap<Chrome, Promise<Frame>>()
  return async (page) => {
    const frame = frames.get(page.chrome) ?? renderFrame(page.chrome, named)
    frames.set(page.chrome, frame)
    const [before, after] = await frame
    return before + (await renderToString(part, { page })) + after
  }
}

export const renderPage = createRenderer({})

/** What a component of a portal's own does not declare is not written onto its element. */
function withoutAttributes(theme: Partial<Named>): Partial<Named> {
  const own = Object.entries(theme).map(([name, component]) => [
    name,
    { ...component, inheritAttrs: false },
  ])
  // Names and kinds are as they were.
  return Object.fromEntries(own) as Partial<Named>
}

function appOf(component: Component, named: Named, props?: Record<string, unknown>): App {
  const app = createSSRApp(component, props)
  app.provide(namedKey, named)
  app.config.throwUnhandledErrorInProduction = true
  return app
}

type Frame = readonly [before: string, after: string]

async function renderFrame(chrome: Chrome, named: Named): Promise<Frame> {
  const app = appOf(PortalPage, named, { chrome })
  const [before, after, ...more] = (await renderToString(app)).split('<!----></main>')
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('a page has one place for its part')
  return [before, `</main>${after}`]
}

function pageInContext(): PortalPageData {
  // `renderPage` put it there.
  return (useSSRContext() as { page: PortalPageData }).page
}
