import type { Site } from '../model/site.ts'

/**
 * The address of a file of the portal (`/cases/x.html`): complete when the portal knows its public
 * address, else below the base. A file is named in full, for not every host answers for folders; only
 * the home page is the address itself.
 */
export function addressOf(site: Site, path: string): string {
  return publicAddress(site, path) ?? site.base.slice(0, -1) + encodeURI(path)
}

/** The complete address, or undefined while the portal does not know where it will stand. */
export function publicAddress(site: Site, path: string): string | undefined {
  const written = encodeURI(path === '/index.html' ? '' : path.slice(1))
  return site.url && new URL(written, slashed(site.url)).href
}

function slashed(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
