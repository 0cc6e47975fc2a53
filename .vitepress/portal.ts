import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { chromeOf } from '../src/pages/chrome.ts'
import { sitePages } from '../src/pages/site-map.ts'
import type { Page } from '../src/pages/site-map.ts'
import type { PortalPageData } from './theme/portal-page.ts'

interface Reading {
  library: Library
  pages: Page[]
  byPath: Map<string, Page>
  /** Changes when anything that was read did, so that a live page knows it is stale. */
  revision: string
}

/** The portal VitePress is building: read once for a build, anew after each edit in development. */
export interface Portal {
  root: string
  base: string
  watched: string[]
  reload: () => Reading
  current: () => Reading
  /** What a page is given, by VitePress's path of it: `cases/hangzhou.md`. */
  dataFor: (relativePath: string) => PortalPageData & { page?: Page }
}

/** Folder with `content/`, `seeds/` and `site.yaml`: PORTAL_ROOT, or the repository. */
export function portalRoot(): string {
  return resolve(process.env.PORTAL_ROOT ?? process.cwd())
}

export function openPortal(root = portalRoot()): Portal {
  const read = (): Reading => {
    const base = process.env.PORTAL_BASE
    const library = buildLibrary(readPortal(root), base ? { base } : {})
    const pages = sitePages(library)
    const digest = createHash('sha256').update(
      JSON.stringify([
        library.site,
        ...library.entries.map(({ text }) => text),
        [...library.facts.values()],
      ]),
    )
    return {
      library,
      pages,
      byPath: new Map(pages.map((page) => [page.path, page])),
      revision: digest.digest('hex').slice(0, 12),
    }
  }
  let reading = read()
  return {
    root,
    base: reading.library.site.base,
    watched: ['content/**/*', 'seeds/*', 'site.yaml'].map((pattern) => join(root, pattern)),
    reload: () => (reading = read()),
    current: () => reading,
    dataFor(relativePath) {
      const { library, byPath } = reading
      const page = byPath.get(relativePath.replace(/\.md$/, ''))
      const handbook = { href: `${library.site.base}handbook/index.html`, text: '编辑手册' }
      return {
        page,
        chrome: chromeOf(library, page?.section),
        crumbs: page || relativePath === 'handbook/index.md' ? [] : [handbook],
        ...(page ? { view: page.view() } : {}),
      }
    },
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
