import type { Library } from '../../src/content/library.ts'
import type { DocumentParts } from '../../src/pages/document.ts'
import type { Page } from '../../src/pages/page.ts'
import { lookHead } from '../../src/publish/look.ts'
import { machineHeadsOf, policyTag } from '../../src/publish/head.ts'

/** Addresses of what every page loads, base included: what VitePress makes of styles and islands. */
export type PageAssets = Pick<DocumentParts, 'stylesheet' | 'settings' | 'islands' | 'icon'>

/** The parts of a document that say what the page is. */
export type PageHead = Omit<DocumentParts, keyof PageAssets | 'content'>

/** The heads of a library's pages. */
export function headsOf(library: Library): (page: Page) => PageHead {
  const machineHead = machineHeadsOf(library)
  const look = lookHead(library.site)
  return (page) => ({
    title: page.title,
    siteName: library.site.name,
    description: page.description,
    hidden: page.hidden ?? false,
    policy: policyTag,
    head: machineHead(page),
    ...look,
  })
}
