import type { Library } from '../../src/content/library.ts'
import type { DocumentParts } from '../../src/pages/document.ts'
import type { Page, Template } from '../../src/pages/page.ts'
import { nextSheets, openingsOf, sheetOf } from '../../src/pages/sheets.ts'
import type { OpeningName, SheetName } from '../../src/pages/sheets.ts'
import { lookHead } from '../../src/publish/look.ts'
import { machineLinesOf, policyTag } from '../../src/publish/head.ts'

/** Addresses of what every page loads, base included: what VitePress makes of styles and islands. */
export type PageAssets = Pick<DocumentParts, 'settings' | 'islands' | 'icon'> & {
  openings: Record<OpeningName, string>
  /** The sheet of each kind of page. */
  stylesheets: Record<SheetName, string>
}

/** What a page of a kind loads. */
export function loadedFor(
  { openings, stylesheets, ...others }: PageAssets,
  template: Template,
): Pick<DocumentParts, LoadedPart> {
  const sheet = sheetOf(template)
  const opening = openingsOf(sheet).map((name) => openings[name])
  const ahead = nextSheets[sheet].flatMap((name) => [
    ...openingsOf(name).map((one) => openings[one]),
    stylesheets[name],
  ])
  const next = [...new Set(ahead)].filter((address) => !opening.includes(address))
  // Pages of the whole sheet may load sheets of their own, which come after it.
  return sheet === 'all'
    ? { ...others, stylesheets: [...opening, stylesheets.all], next }
    : { ...others, stylesheets: opening, later: stylesheets[sheet], next }
}

type LoadedPart = 'stylesheets' | 'later' | 'next' | 'settings' | 'islands' | 'icon'

/** The parts of a document that say what the page is. */
export type PageHead = Omit<DocumentParts, LoadedPart | 'content'>

/** The heads of a library's pages. */
export function headsOf(library: Library): (page: Page) => PageHead {
  const machineLines = machineLinesOf(library)
  const look = lookHead(library.site)
  return (page) => ({
    title: page.title,
    siteName: library.site.name,
    description: page.description,
    hidden: page.hidden ?? false,
    policy: policyTag,
    ...machineLines(page),
    ...look,
  })
}
