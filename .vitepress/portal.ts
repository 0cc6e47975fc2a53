import { join, resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { newMemory } from '../src/content/memory.ts'
import type { Library } from '../src/content/library.ts'
import { chromeOf } from '../src/pages/chrome.ts'
import { brokenPages } from '../src/pages/broken.ts'
import { sitePages } from '../src/pages/site-map.ts'
import type { Page } from '../src/pages/site-map.ts'
import { handbookAddresses, readHandbook } from './handbook.ts'
import type { PortalPageData } from './theme/portal-page.ts'

interface Reading {
  library: Library
  pages: Page[]
  byPath: Map<string, Page>
  /** Another one with each reading, so that a live page knows it is stale. */
  revision: string
}

/** The portal VitePress is building: read once for a build, anew after each edit in development. */
export interface Portal {
  root: string
  base: string
  watched: string[]
  /** Something on the disk changed: the next reading is anew. */
  touch: () => void
  /** Be called at every change of the disk. */
  whenTouched: (listener: () => void) => void
  reload: () => Reading
  current: () => Reading
  /** The page VitePress knows as `cases/hangzhou.md`. */
  pageAt: (relativePath: string) => Page | undefined
  dataFor: (page: Page) => PortalPageData
}

/** Folder with `content/`, `seeds/` and `site.yaml`: PORTAL_ROOT, or the repository. */
export function portalRoot(): string {
  return resolve(process.env.PORTAL_ROOT ?? process.cwd())
}

export function openPortal(root = portalRoot()): Portal {
  // Files that have not changed are not parsed again: a save in a large portal shows at once.
  const memory = newMemory()
  let readings = 0
  const read = (): Reading => {
    const { PORTAL_BASE: base, PORTAL_URL: url } = process.env
    const library = buildLibrary(readPortal(root), {
      ...{ base, url, memory },
      handbook: handbookAddresses(),
    })
    const handbook = readHandbook()
    const drafts = process.env.NODE_ENV !== 'production'
    const broken = drafts
      ? brokenPages(library).map((page): Page => ({
          ...page,
          view: () => ({ template: 'page', props: page.view() }),
        }))
      : []
    const pages = [...sitePages(library, { handbook, drafts }), ...broken]
    return {
      library,
      pages,
      byPath: new Map(pages.map((page) => [page.path, page])),
      revision: String(++readings),
    }
  }
  let reading = read()
  let touched = false
  const listeners: (() => void)[] = []
  return {
    root,
    base: reading.library.site.base,
    watched: [
      ...['content/**/*', 'seeds/*', 'films/*', 'site.yaml'].map((pattern) => join(root, pattern)),
      resolve('docs/handbook/**/*'),
    ],
    touch: () => {
      touched = true
      for (const listener of listeners) listener()
    },
    whenTouched: (listener) => void listeners.push(listener),
    reload: () => {
      if (touched) reading = read()
      touched = false
      return reading
    },
    current: () => reading,
    pageAt: (relativePath) => reading.byPath.get(relativePath.replace(/\.md$/, '')),
    dataFor: (page) => ({ chrome: chromeOf(reading.library, page.section), view: page.view() }),
  }
}

/** The portal of the running VitePress; its configuration holds it. */
export function portalOf(): Portal {
  // VitePress keeps the resolved configuration here before it asks for routes.
  const { VITEPRESS_CONFIG: config } = globalThis as unknown as {
    VITEPRESS_CONFIG: { userConfig: { portal: Portal } }
  }
  return config.userConfig.portal
}
