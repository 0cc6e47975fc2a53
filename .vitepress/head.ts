import type { Site } from '../src/model/site.ts'
import type { DocumentParts } from '../src/pages/document.ts'
import type { Page } from '../src/pages/site-map.ts'

/** Addresses of what every page loads, base included: what VitePress makes of styles and islands. */
export type PageAssets = Pick<DocumentParts, 'stylesheet' | 'settings' | 'islands' | 'icon'>

/** The parts of a document that say what the page is. */
export type PageHead = Omit<DocumentParts, keyof PageAssets | 'content'>

export function headOf(site: Site, page: Page): PageHead {
  return {
    title: page.title,
    siteName: site.name,
    description: page.description,
    hidden: page.hidden ?? false,
    ...(site.url ? { canonical: canonicalOf(site.url, page.path) } : {}),
  }
}

/** The public address of a page; the index of a folder is the folder. */
function canonicalOf(url: string, path: string): string {
  const file = /(^|\/)index$/.test(path) ? path.replace(/index$/, '') : `${path}.html`
  return new URL(file, url.endsWith('/') ? url : `${url}/`).href
}
