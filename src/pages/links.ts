import { normalizePath } from '../content/address.ts'
import { isPublished } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'

export interface Link {
  href: string
  text: string
}

/** An address inside the portal (`/cases/x.html`) as the page must write it, under the base. */
export function href(library: Library, url: string): string {
  return library.site.base.slice(0, -1) + encodeURI(url)
}

/** The entry readers reach at an address as editors write it; drafts have none, withdrawn ones say so. */
export function entryAt(library: Library, written: string): Entry | undefined {
  const entry = library.byPath.get(normalizePath(written).path)
  return entry && entry.data.status !== 'draft' ? entry : undefined
}

/** Pages that every portal has: an address without ending, and the file it stands for. */
export const ownPages = new Map([
  ['', '/index.html'],
  ['/cases', '/cases/index.html'],
  ['/videos', '/videos/index.html'],
  ['/people', '/people/index.html'],
  ['/training', '/training/index.html'],
  ['/topics', '/topics/index.html'],
  ['/terms', '/terms/index.html'],
  ['/organizations', '/organizations/index.html'],
  ['/data', '/data.html'],
  ['/measures', '/measures.html'],
  ['/compare', '/compare.html'],
  ['/places', '/places.html'],
  ['/timeline', '/timeline.html'],
  ['/search', '/search.html'],
  ['/updates', '/updates.html'],
  ['/study', '/study.html'],
  ['/pack', '/pack.html'],
  ['/meetings', '/meetings.html'],
  ['/minutes', '/minutes.html'],
  ['/contest', '/contest.html'],
  ['/packs', '/packs/index.html'],
  ['/slides', '/slides.html'],
  ['/handbook', '/handbook/index.html'],
])

/**
 * The file that an address stands for: an entry's page, another page, or a file named with its ending.
 * Undefined for drafts, and for what is no address of the portal. Whether the file is made, the check
 * knows (`link-leads-somewhere`).
 */
export function fileAt(library: Library, path: string): string | undefined {
  if (library.byPath.has(path)) return entryAt(library, path)?.url
  if (ownPages.has(path)) return ownPages.get(path)
  if (!/^(\/[\w-]+)+(\.\w+)?$/.test(path)) return undefined
  return /\.\w+$/.test(path) ? path : `${path}.html`
}

/** The address of a link written in content, with base, `.html`, query and fragment; undefined when it leads nowhere. */
export function resolveLink(library: Library, written: string): string | undefined {
  const { path, query, fragment } = normalizePath(written)
  const url = fileAt(library, path)
  return url && href(library, url) + query + (fragment ? `#${fragment}` : '')
}

export function entryLink(library: Library, entry: Entry): Link {
  return { href: href(library, entry.url), text: entry.data.title }
}

export function entryCard(
  library: Library,
  entry: Entry,
): { href: string; title: string; summary: string } {
  return { href: href(library, entry.url), title: entry.data.title, summary: entry.data.summary }
}

/** An organisation's name with a link when it has a page, or its slug's entry title. */
export function organizationLink(library: Library, slug: string): Link | undefined {
  const entry = library.byPath.get(`/organizations/${slug}`)
  return entry && isPublished(entry) ? entryLink(library, entry) : undefined
}
