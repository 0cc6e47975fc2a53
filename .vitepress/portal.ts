import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import type { Chrome } from '../src/pages/chrome.ts'
import { chromeOf } from '../src/pages/chrome.ts'
import { sitePages } from '../src/pages/site-map.ts'
import type { Page } from '../src/pages/page.ts'
import { handbookAddresses, readHandbook } from '../builder/handbook.ts'
import { portalRoot } from '../builder/folders.ts'
import type { PortalPageData } from './theme/portal-page.ts'

/** The portal as `vitepress build` makes it: read once. */
interface Portal {
  library: Library
  /** Every page there is, in path order. */
  pages: readonly Page[]
  /** The page VitePress knows as `cases/hangzhou.md`. */
  pageAt: (relativePath: string) => Page | undefined
  dataFor: (page: Page) => PortalPageData
}

export function openPortal(): Portal {
  const { PORTAL_BASE: base, PORTAL_URL: url } = process.env
  const library = buildLibrary(readPortal(portalRoot()), {
    ...{ base, url },
    handbook: handbookAddresses(),
  })
  const pages = sitePages(library, { handbook: readHandbook() })
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return {
    library,
    pages,
    pageAt: (relativePath) => byPath.get(relativePath.replace(/\.md$/, '')),
    dataFor: (page) => ({ chrome: chromeAround(library, page), view: page.view() }),
  }
}

function chromeAround(library: Library, { section, bare }: Page): Chrome {
  return bare ? { ...chromeOf(library, undefined), bare } : chromeOf(library, section)
}

/** The portal of the running VitePress; its configuration holds it. */
export function portalOf(): Portal {
  // VitePress keeps the resolved configuration here before it asks for routes.
  const { VITEPRESS_CONFIG: config } = globalThis as unknown as {
    VITEPRESS_CONFIG: { userConfig: { portal: Portal } }
  }
  return config.userConfig.portal
}
